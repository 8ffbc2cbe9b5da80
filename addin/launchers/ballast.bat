@echo off
rem Runs Ballast with the Java of JAVA_HOME, or else the one on the PATH.
setlocal
set "BALLAST_JAVA=java.exe"
if defined JAVA_HOME set "BALLAST_JAVA=%JAVA_HOME%\bin\java.exe"
"%BALLAST_JAVA%" -jar "%~dp0ballast.jar" %*
exit /b %ERRORLEVEL%
