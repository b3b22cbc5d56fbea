@echo off
rem Starts Ferry: finds a Java and becomes it.
rem
rem   FERRY_JAVA_HOME   the Java to use; else JAVA_HOME, else the java of the PATH
rem   FERRY_JAVA_OPTS   further options for Java, separated by blanks
rem   FERRY_JIT=full    optimise long computations; starts a little slower
rem   FERRY_ARCHIVE     off: neither use nor make a class archive
setlocal DisableDelayedExpansion

set "ferry_home=%~dp0.."
set "ferry_java_home="
if defined FERRY_JAVA_HOME (
    set "ferry_java_home=%FERRY_JAVA_HOME%"
    set "ferry_named=FERRY_JAVA_HOME"
) else if defined JAVA_HOME (
    set "ferry_java_home=%JAVA_HOME%"
    set "ferry_named=JAVA_HOME"
)
if defined ferry_java_home goto named

set "ferry_java="
for %%J in (java.exe) do set "ferry_java=%%~$PATH:J"
if not defined ferry_java (
    echo ferry: no Java was found; install Java 17 or newer, or set FERRY_JAVA_HOME to its folder.>&2
    exit /b 2
)
for %%J in ("%ferry_java%") do set "ferry_java_home=%%~dpJ.."
set "ferry_named=the java of the PATH"
goto version

:named
set "ferry_java=%ferry_java_home%\bin\java.exe"
if exist "%ferry_java%" goto version
echo ferry: %ferry_named% holds no bin\java.exe; set it to the folder of Java 17 or newer, or unset it.>&2
exit /b 2

:version
rem Without a release file the version is not known, and Java itself says what it cannot run.
set "ferry_version="
if not exist "%ferry_java_home%\release" goto options
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /l "JAVA_VERSION=" "%ferry_java_home%\release"`) do set "ferry_version=%%~V"
if not defined ferry_version goto options
set "ferry_major="
for /f "tokens=1,2 delims=.-+_" %%A in ("%ferry_version%") do if "%%A"=="1" (set "ferry_major=%%B") else set "ferry_major=%%A"
if %ferry_major% GEQ 17 goto options
echo ferry: %ferry_named% is Java %ferry_version%; Ferry needs Java 17 or newer: set FERRY_JAVA_HOME to its folder.>&2
exit /b 2

:options
set "ferry_jit=-XX:TieredStopAtLevel=1"
if "%FERRY_JIT%"=="full" set "ferry_jit="
rem Java 19 and later keep this archive themselves; older ones pass over it.
set "ferry_archive="
if "%FERRY_ARCHIVE%"=="off" goto start
if not defined LOCALAPPDATA goto start
if not defined ferry_version goto start
if not exist "%LOCALAPPDATA%\ferry" mkdir "%LOCALAPPDATA%\ferry" >nul 2>&1
set ferry_archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\ferry\java-%ferry_version%.jsa"

:start
"%ferry_java%" -XX:+IgnoreUnrecognizedVMOptions -Xlog:disable -Xlog:all=off -XX:+UseSerialGC %ferry_jit% -Dfile.encoding=UTF-8 %ferry_archive% %FERRY_JAVA_OPTS% -jar "%ferry_home%\lib\ferry.jar" %*
exit /b %ERRORLEVEL%
