@echo off
rem Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
rem The front door on Windows: finds a JDK and Maven, builds what is missing, runs a command. helios --help lists them.
setlocal EnableExtensions DisableDelayedExpansion

set "JDK_NEEDED=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "STATE=%ROOT%\.helios"
set "SERVER_JAR=%ROOT%\orchestrator-server\target\orchestrator-server.jar"
set "DESKTOP_JAR=%ROOT%\desktop-app\target\desktop-app.jar"
set "DESKTOP_MAIN=com.noragentia.helios.desktop.app.HeliosMain"
set "WORKER_MAIN=com.noragentia.helios.worker.agent.WorkerMain"
set "SERVER_MAIN=com.noragentia.helios.orchestrator.ops.OrchestratorMain"

set "COMMAND=%~1"
if not defined COMMAND goto :usage_error
if "%COMMAND%"=="--help" goto :usage
if "%COMMAND%"=="-h" goto :usage
if "%COMMAND%"=="help" goto :usage
rem The words after the command, with the quotes they were typed in, so that "fish & chips" stays one word.
set "ARGS="
set "WORD="
if "%COMMAND%"=="models" set "WORD=%~2"
if "%COMMAND%"=="worker" set "WORD=%~2"
:collect
if [%2]==[] goto :collected
set ARGS=%ARGS% %2
shift /2
goto :collect
:collected

for %%C in (up down ask account devices token standing qualify doctor worker models receipts ledger server test bench demo package) do if "%COMMAND%"=="%%C" goto :%%C
echo Helios does not know the command "%COMMAND%". helios --help lists what it knows. 1>&2
exit /b 2

:up
:down
:ask
:account
:devices
:token
:standing
:qualify
:doctor
call :ready || exit /b 4
set "JAR=%DESKTOP_JAR%"
set "MAIN=%DESKTOP_MAIN% %COMMAND%"
goto :run

:worker
call :ready || exit /b 4
set "JAR=%DESKTOP_JAR%"
set "MAIN=%WORKER_MAIN% run"
for %%C in (why pause resume finish preferences) do if "%WORD%"=="%%C" set "MAIN=%WORKER_MAIN%"
goto :run

:models
call :ready || exit /b 4
if "%WORD%"=="pin" goto :pin
set "JAR=%DESKTOP_JAR%"
set "MAIN=%WORKER_MAIN% models"
goto :run

:pin
set "COMMAND=pin"
set "JAR=%SERVER_JAR%"
set "MAIN=%SERVER_MAIN% models"
goto :run

:receipts
call :ready || exit /b 4
set "JAR=%DESKTOP_JAR%"
set "MAIN=%WORKER_MAIN% receipts"
goto :run

:ledger
call :ready || exit /b 4
set "JAR=%SERVER_JAR%"
set "MAIN=%SERVER_MAIN% ledger"
goto :run

:server
call :ready || exit /b 4
set "JAR=%SERVER_JAR%"
set "MAIN=%SERVER_MAIN%"
goto :run

:test
call :find_jdk || exit /b 4
call :find_maven || exit /b 4
call mvn -B -ntp -f "%ROOT%\pom.xml" -Djavafx.platform=win verify %ARGS%
exit /b %ERRORLEVEL%

:bench
:demo
:package
echo helios %COMMAND% runs on Linux and macOS only for now.
if "%ARGS%"==" --help" exit /b 0
exit /b 2

:usage_error
call :usage 1>&2
exit /b 2

:usage
echo Usage: helios COMMAND [options]        (helios COMMAND --help explains each)
echo.
echo   up        run the network on this computer and open the window
echo   down      stop it
echo   ask       ask a question:  helios ask --file report.pdf "When does the harbour open?"
echo   account   your account: join, invite, recovery-phrase, recovery-file, recover, export, leave, delete
echo   devices   the computers of your account: list, add, rename, revoke
echo   token     keys for other programs: create, list, revoke
echo   standing  say what the network does for you, and what is missing for more
echo   qualify   have this computer checked now, so that you may ask others
echo   doctor    tell what is missing and what to do
echo   server    the orchestrator alone
echo   worker    a worker alone, for an orchestrator that exists; and of the one that works here: why, pause, resume, finish, preferences
echo   models    the models on this computer: list, pull, verify, remove, import, bench; and of the network: pin
echo   receipts  check the proofs of what this computer earned
echo   ledger    the network's books: verify checks them from zero; export, recount, compensate, suspicions
echo   test      pass all tests
echo   bench     measure
echo   demo      show how contribution works, with two members on this computer
echo   package   make a folder that runs without Java
echo.
echo Exit: 0 ok, 1 problem with the request, 2 usage, 3 network unreachable or no answer, 4 internal, 130 cancelled or not confirmed
exit /b 0

:ready
call :find_jdk || exit /b 1
call :build || exit /b 1
exit /b 0

:find_jdk
for %%H in ("%JAVA_HOME%") do call :try_jdk "%%~H" && exit /b 0
for /f "delims=" %%J in ('where javac 2^>nul') do ( for %%D in ("%%~dpJ..") do call :try_jdk "%%~fD" && exit /b 0 )
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~P" for /d %%D in ("%%~P\*") do call :try_jdk "%%~D" && exit /b 0
)
echo Helios needs a JDK %JDK_NEEDED% or newer (with javac) and found none. Install one: 1>&2
echo   winget install EclipseAdoptium.Temurin.%JDK_NEEDED%.JDK 1>&2
echo Then run this again, or point JAVA_HOME at it. 1>&2
exit /b 1

:try_jdk
if "%~1"=="" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
set "FOUND="
for /f "tokens=2 delims=. " %%V in ('""%~1\bin\javac.exe" -version 2^>^&1"') do if not defined FOUND set "FOUND=%%V"
if not defined FOUND exit /b 1
if %FOUND% LSS %JDK_NEEDED% exit /b 1
set "JAVA_HOME=%~1"
exit /b 0

:find_maven
where mvn >nul 2>nul && exit /b 0
echo Helios needs Maven 3.8.7 or newer and found none. Unpack it and put its bin folder on the PATH. 1>&2
exit /b 1

:build
if exist "%STATE%\built" if exist "%SERVER_JAR%" if exist "%DESKTOP_JAR%" (
  powershell -NoProfile -Command "$s=(Get-Item '%STATE%\built').LastWriteTime; $n=Get-ChildItem -Recurse -File '%ROOT%\shared-protocol\src\main','%ROOT%\orchestrator-server\src\main','%ROOT%\desktop-app\src\main','%ROOT%\assets\catalogue','%ROOT%\pom.xml','%ROOT%\shared-protocol\pom.xml','%ROOT%\orchestrator-server\pom.xml','%ROOT%\desktop-app\pom.xml' | Where-Object LastWriteTime -gt $s | Select-Object -First 1; if ($n) { exit 1 }" && exit /b 0
)
call :find_maven || exit /b 1
if not exist "%STATE%" mkdir "%STATE%"
echo Building Helios (the first time takes a few minutes; the log is .helios\build.log) 1>&2
echo.>"%STATE%\building"
call mvn -B -ntp -f "%ROOT%\pom.xml" -Djavafx.platform=win -DskipTests -Dspotless.check.skip=true -pl shared-protocol,orchestrator-server,desktop-app package >"%STATE%\build.log" 2>&1
if errorlevel 1 (
  findstr /b /c:"[ERROR]" "%STATE%\build.log" 1>&2
  echo The build failed; the whole story is in .helios\build.log 1>&2
  exit /b 1
)
move /y "%STATE%\building" "%STATE%\built" >nul
exit /b 0

:run
if not exist "%STATE%\cds" mkdir "%STATE%\cds"
set "ORT_DISABLE_TELEMETRY=1"
rem Only what runs for days is worth compiling with care.
set "COMPILERS=-XX:TieredStopAtLevel=1"
if "%COMMAND%"=="server" set "COMPILERS=-XX:+TieredCompilation"
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC %COMPILERS% -Xms16m -Xmx512m -Xshare:auto "-XX:SharedArchiveFile=%STATE%\cds\%COMMAND%.jsa" -XX:+AutoCreateSharedArchive -Xlog:cds=off -Xlog:cds+dynamic=off --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 "-Dhelios.server.jar=%SERVER_JAR%" "-Dhelios.desktop.jar=%DESKTOP_JAR%" "-Dhelios.cds.folder=%STATE%\cds" -DOPT_OUT_TRACKING=true -Dai.djl.offline=true -Dai.djl.default_engine=OnnxRuntime -cp "%JAR%" %MAIN% %ARGS%
exit /b %ERRORLEVEL%
