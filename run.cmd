@echo off
rem Starts Parallax: the window, or with arguments its command line (run --help).
rem Builds first when there is no build; after a change of the sources delete target\parallax.jar.
setlocal
set "root=%~dp0"
set "target=%root%target"
call :find_jdk || exit /b 3
if not exist "%target%\parallax.jar" call :build || exit /b 3
set "cache="
if exist "%target%\parallax.aot" set "cache=-XX:AOTCache=%target%\parallax.aot"
"%JAVA_HOME%\bin\java" %cache% --module-path "%target%\fx" --add-modules=javafx.controls,javafx.swing ^
  -XX:+UseSerialGC --enable-native-access=javafx.graphics,ALL-UNNAMED --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  -Xlog:disable "-Xlog:all=warning,aot*=off,cds*=off:stderr" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Dplaywright.cli.dir=%target%\driver" -cp "%target%\parallax.jar;%target%\lib\*" dev.parallax.Main %*
exit /b %errorlevel%

:find_jdk
if exist "%JAVA_HOME%\release" findstr /b /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul && exit /b 0
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do (
  set "JAVA_HOME=%%~d"
  exit /b 0
)
echo parallax: there is no JDK 25 here. Install it: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
exit /b 1

:build
where mvn >nul 2>nul || (
  echo parallax: Maven is not installed, and it builds Parallax. Get it from maven.apache.org and put its bin folder on the path. 1>&2
  exit /b 1
)
echo parallax: building ^(the first time fetches the libraries^) 1>&2
if not exist "%target%" mkdir "%target%"
call mvn -B -ntp -f "%root%pom.xml" package -Dmaven.test.skip=true >"%target%\build.log" 2>&1 || (
  echo parallax: the build failed; "%target%\build.log" says why. 1>&2
  exit /b 1
)
exit /b 0
