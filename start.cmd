@echo off
rem wegwijs op Windows. Nog niet getest op Windows.
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe (
  py -3 -m venv .venv || goto fout
)
if not exist .venv\wegwijs-klaar (
  echo Eenmalig: pakketten ophalen. Dit duurt enkele minuten, ongeveer 1 GB.
  .venv\Scripts\python.exe -m pip install -c constraints.txt -e . || goto fout
  echo klaar> .venv\wegwijs-klaar
)
.venv\Scripts\wegwijs.exe serve
goto :eof
:fout
echo Het lukte niet. Kijk of Python 3.11, 3.12 of 3.13 op deze computer staat en of je internet hebt.
pause
exit /b 2
