@echo off
rem Checks Parallax: every test, then that the command line starts. Needs what run.cmd needs.
setlocal
set "root=%~dp0"
call :fetch_web_vitals || exit /b 1
call mvn -B -ntp -f "%root%pom.xml" verify || exit /b 1
call "%root%run.cmd" --version || exit /b 1
call "%root%run.cmd" --help >nul || exit /b 1
call "%root%run.cmd" demo --out "%root%target\command-line" --json >"%root%target\demo.json" || exit /b 1
echo parallax: passed 1>&2
exit /b 0

rem The genuine library that a test compares with.
:fetch_web_vitals
set "folder=%root%target\web-vitals"
if exist "%folder%\package" exit /b 0
if not exist "%folder%" mkdir "%folder%"
call npm pack --silent web-vitals@6.2.3 --pack-destination "%folder%" >nul || exit /b 1
tar -xzf "%folder%\web-vitals-6.2.3.tgz" -C "%folder%"
exit /b %errorlevel%
