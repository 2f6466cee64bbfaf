@echo off
rem Starts Kernelscope from a double click: finds a Python that fits, prepares what is missing, opens the window.
setlocal
for %%v in (3.13 3.12 3.11) do (
    py -%%v -c "" >nul 2>nul
    if not errorlevel 1 (
        py -%%v "%~dp0bootstrap.py" %*
        goto ended
    )
)
python -c "" >nul 2>nul
if errorlevel 1 (
    echo There is no Python here. Install Python 3.13 for 64 bit from python.org, then start run.cmd again.
    pause
    exit /b 1
)
python "%~dp0bootstrap.py" %*
:ended
set code=%errorlevel%
rem The console of a double click closes at once; keep it open while there is something to read.
if not "%code%"=="0" pause
exit /b %code%
