"""A network camera on this computer: MJPEG over HTTP, which can misbehave on demand."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

from engine.opencv import cv2

FRAMES_PER_SECOND = 30


class MjpegCamera:
    """`behaviour` is "normal", "stalling" (connected, but silent), "rubbish" or "gone" (every connection is cut)."""

    def __init__(self, behaviour="normal"):
        self.behaviour = behaviour
        self.connections = 0
        self.ended = threading.Event()
        camera = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                camera.connections += 1
                camera.serve(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        # A client that was killed is no news.
        self.server.handle_error = lambda *_: None
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/video"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def serve(self, handler):
        if self.behaviour == "gone":
            return
        handler.send_response(200)
        handler.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        handler.end_headers()
        number = 0
        while not self.ended.wait(1 / FRAMES_PER_SECOND):
            if self.behaviour == "gone":
                return
            if self.behaviour == "stalling":
                continue
            number += 1
            try:
                handler.wfile.write(part(number) if self.behaviour == "normal" else rubbish(number))
            except OSError:
                return


def part(number):
    picture = np.full((240, 320, 3), 60, np.uint8)
    cv2.circle(picture, (20 + number * 5 % 280, 120), 18, (0, 0, 255), -1)
    data = cv2.imencode(".jpg", picture)[1].tobytes()
    return b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(data) + data + b"\r\n"


def rubbish(number):
    return np.random.default_rng(number).integers(0, 256, 5000, np.uint8).tobytes()
