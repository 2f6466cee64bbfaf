"""OpenCV, imported in the one place that undoes what importing it does to Qt."""

import os

# OpenCV and its FFmpeg describe every damaged file on stderr; the person gets a sentence instead. Set them to see more.
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2

# WORKAROUND(opencv-python 5.0 on Linux): importing it points Qt at OpenCV's own Qt 5 plugins and fonts, with which
# PySide6 cannot start. Nothing of ours uses OpenCV's windows.
for _variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    if "cv2" in os.environ.get(_variable, ""):
        del os.environ[_variable]

__all__ = ["cv2"]
