@echo off
rem Checks Parallax: every test, then that the command line starts. Needs what run.cmd needs.
setlocal
set "root=%~dp0"
call mvn -B -ntp -f "%root%pom.xml" verify || exit /b 1
call "%root%run.cmd" --version || exit /b 1
call "%root%run.cmd" --help >nul || exit /b 1
call "%root%run.cmd" demo --out "%root%target\command-line" --json >"%root%target\demo.json" || exit /b 1
echo parallax: passed 1>&2
