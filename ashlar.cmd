@echo off
rem Runs Ashlar from this checkout. Builds first when a source is newer than the last build; build output goes to stderr.
setlocal
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "APP=%HERE%\artifacts\app"
set "STALE=1"
powershell -NoProfile -Command "$s='%APP%\.stamp'; if(-not (Test-Path '%APP%\ashlar.exe') -or -not (Test-Path $s)){exit 1}; $t=(Get-Item $s).LastWriteTimeUtc; $n=Get-ChildItem -Recurse '%HERE%\src' | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1; $p=Get-Item '%HERE%\Directory.Build.props','%HERE%\Directory.Packages.props','%HERE%\global.json' | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1; if($n -or $p){exit 1}"
if not errorlevel 1 set "STALE=0"
if "%STALE%"=="1" (
  echo ashlar: building ^(once, about a minute^)... 1>&2
  dotnet publish "%HERE%\src\Ashlar.Cli" -c Release -r win-x64 --self-contained false -p:PublishReadyToRun=true -p:UseSharedCompilation=false -o "%APP%" -nodeReuse:false -v quiet -nologo 1>&2
  if errorlevel 1 (
    echo ashlar: the build failed; the messages above say why. 1>&2
    exit /b 4
  )
  type nul > "%APP%\.stamp"
)
set "ASHLAR_ROOT=%HERE%"
"%APP%\ashlar.exe" %*
exit /b %ERRORLEVEL%
