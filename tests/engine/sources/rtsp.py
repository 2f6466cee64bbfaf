"""A network camera on this computer that speaks RTSP: a transport stream in RTP packets through the same connection."""

import socketserver
import struct
import threading

import numpy as np

from engine.opencv import cv2

_PACKETS, _PACKET = 7, 188
_SDP = b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 33\r\na=control:track\r\n"


def transport_stream(path):
    """A short film as an MPEG transport stream."""
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 25, (320, 240))
    assert writer.isOpened()
    for number in range(100):
        picture = np.full((240, 320, 3), 60, np.uint8)
        cv2.circle(picture, (20 + number * 5 % 280, 120), 18, (0, 0, 255), -1)
        writer.write(picture)
    writer.release()
    return path.read_bytes()


class RtspCamera:
    """Serves `stream` again and again at about its own speed until `is_gone`."""

    def __init__(self, stream):
        camera = self
        self.ended = threading.Event()

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                camera.converse(self)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

            def handle_error(self, *_):
                """A client that was killed is no news."""

        self.stream = stream
        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"rtsp://127.0.0.1:{self.server.server_address[1]}/live"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def converse(self, handler):
        while line := handler.rfile.readline():
            method = line.split()[0]
            headers = {}
            while line := handler.rfile.readline().strip():
                name, _, value = line.partition(b":")
                headers[name.strip().lower()] = value.strip()
            answer = b"RTSP/1.0 200 OK\r\nCSeq: " + headers[b"cseq"] + b"\r\nSession: 1\r\n"
            body = b""
            if method == b"OPTIONS":
                answer += b"Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
            elif method == b"DESCRIBE":
                body = _SDP
                answer += b"Content-Type: application/sdp\r\nContent-Length: %d\r\n" % len(body)
            elif method == b"SETUP":
                answer += b"Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n"
            handler.wfile.write(answer + b"\r\n" + body)
            if method == b"PLAY":
                self.play(handler.wfile)
                return

    def play(self, wire):
        size = _PACKETS * _PACKET
        pause = 4.0 * size / len(self.stream)
        number = 0
        while not self.ended.is_set():
            for start in range(0, len(self.stream) - size + 1, size):
                header = struct.pack(">BBHII", 0x80, 33, number & 0xFFFF, number * 3600 & 0xFFFFFFFF, 7)
                packet = header + self.stream[start : start + size]
                wire.write(struct.pack(">cBH", b"$", 0, len(packet)) + packet)
                number += 1
                if self.ended.wait(pause):
                    return
