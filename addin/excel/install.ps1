<#
.SYNOPSIS
    Installs the Ballast add-in for Excel for the current user, or removes it.

.DESCRIPTION
    Run it from the folder it was unpacked to; that folder stays the add-in's home.
    It checks that Excel, jinx.xll and Java are there and of the same bitness, and only then
    unblocks the files of the package, marks the templates read-only and registers jinx.xll with
    Excel. It needs no administrator rights. It prints each change as it makes it; -WhatIf prints
    them and makes none. Exit code: 0 done, 1 a failure of the script, 2 something is missing or
    does not fit.

.PARAMETER JinxXll
    The jinx.xll that you got from its vendor. Copied beside this script if it lies elsewhere.
    Without it, jinx.xll must already lie beside this script.

.PARAMETER Uninstall
    Takes jinx.xll of this folder out of Excel's list and makes the templates writable again.
    Deletes no file.

.EXAMPLE
    powershell -ExecutionPolicy Bypass -File install.ps1 -JinxXll C:\Users\me\Downloads\jinx.xll

.EXAMPLE
    powershell -ExecutionPolicy Bypass -File install.ps1 -Uninstall
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [string] $JinxXll,
    [switch] $Uninstall
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Here = Split-Path -Parent $MyInvocation.MyCommand.Path
$Package = Split-Path -Parent $Here
$Xll = Join-Path $Here 'jinx.xll'
$LeastJava = 17

function Stop-Wrong([string] $Message) {
    Write-Host "Nothing is installed: $Message"
    exit 2
}

# 32 or 64 by the machine type in the header of an .exe, .dll or .xll file; 0 for any other machine.
function Get-Bitness([string] $File) {
    $Stream = [System.IO.File]::Open($File, 'Open', 'Read', 'ReadWrite')
    try {
        $Reader = New-Object System.IO.BinaryReader($Stream)
        $Stream.Position = 0x3C
        $Stream.Position = $Reader.ReadInt32() + 4
        $Machine = $Reader.ReadUInt16()
    }
    finally {
        $Stream.Dispose()
    }
    if ($Machine -eq 0x8664) { return 64 }
    if ($Machine -eq 0x014C) { return 32 }
    return 0
}

function Find-Excel {
    foreach ($Root in 'HKCU:', 'HKLM:') {
        $Key = "$Root\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
        if (Test-Path $Key) {
            $File = ([string] (Get-Item $Key).GetValue('')).Trim('"')
            if ($File -and (Test-Path $File)) { return $File }
        }
    }
    Stop-Wrong 'found no Excel, expected desktop Excel for Windows (not from a browser).'
}

# The first Java of a matching bitness: JAVA_HOME, the registry, then the PATH.
function Find-Java([int] $Bitness) {
    $Homes = @()
    if ($env:JAVA_HOME) { $Homes += $env:JAVA_HOME }
    foreach ($Root in 'HKLM:\SOFTWARE', 'HKLM:\SOFTWARE\WOW6432Node') {
        foreach ($Vendor in 'JavaSoft\JDK', 'JavaSoft\JRE') {
            $Key = "$Root\$Vendor"
            if (Test-Path $Key) {
                foreach ($Version in Get-ChildItem $Key) {
                    $JavaHome = $Version.GetValue('JavaHome')
                    if ($JavaHome) { $Homes += $JavaHome }
                }
            }
        }
    }
    foreach ($Command in @(Get-Command java.exe -All -ErrorAction SilentlyContinue)) {
        $Homes += Split-Path -Parent (Split-Path -Parent $Command.Path)
    }
    $Seen = @()
    foreach ($JavaHome in @($Homes | Select-Object -Unique)) {
        $Dll = Join-Path $JavaHome 'bin\server\jvm.dll'
        $Release = Join-Path $JavaHome 'release'
        if (-not ((Test-Path -LiteralPath $Dll) -and (Test-Path -LiteralPath $Release))) { continue }
        $Version = 0
        foreach ($Line in Get-Content -LiteralPath $Release) {
            if ($Line -match '^JAVA_VERSION="(\d+)') { $Version = [int] $Matches[1] }
        }
        $Found = Get-Bitness $Dll
        if ($Found -eq $Bitness -and $Version -ge $LeastJava) { return $JavaHome }
        $Seen += "Java $Version, $Found bit, in $JavaHome"
    }
    $Told = if ($Seen) { $Seen -join '; ' } else { 'no Java' }
    Stop-Wrong "found $Told; expected Java $LeastJava or newer, $Bitness bit, as Excel is."
}

function Get-OptionsKey([string] $Excel) {
    $Major = (Get-Item $Excel).VersionInfo.FileMajorPart
    return "HKCU:\Software\Microsoft\Office\$Major.0\Excel\Options"
}

# The add-ins that Excel loads: the values OPEN, OPEN1, OPEN2, ... in order.
function Get-Registered([string] $Key) {
    $Values = @()
    if (Test-Path $Key) {
        $Item = Get-Item $Key
        for ($i = 0; $true; $i++) {
            $Value = $Item.GetValue((Get-OpenName $i))
            if ($null -eq $Value) { break }
            $Values += $Value
        }
    }
    return , $Values
}

function Get-OpenName([int] $Index) {
    if ($Index -eq 0) { return 'OPEN' }
    return "OPEN$Index"
}

function Set-Registered([string] $Key, [string[]] $Before, [string[]] $After) {
    if (-not (Test-Path $Key)) { New-Item -Path $Key -Force | Out-Null }
    for ($i = 0; $i -lt $After.Count; $i++) {
        if ($i -ge $Before.Count -or $Before[$i] -ne $After[$i]) {
            New-ItemProperty -Path $Key -Name (Get-OpenName $i) -Value $After[$i] `
                -PropertyType String -Force | Out-Null
        }
    }
    for ($i = $After.Count; $i -lt $Before.Count; $i++) {
        Remove-ItemProperty -Path $Key -Name (Get-OpenName $i)
    }
}

function Set-TemplatesReadOnly([bool] $ReadOnly) {
    $Folder = Join-Path $Package 'templates'
    if (-not (Test-Path -LiteralPath $Folder)) { return }
    $Word = if ($ReadOnly) { 'Mark as read-only' } else { 'Make writable' }
    foreach ($File in Get-ChildItem -LiteralPath $Folder -Filter '*.xlsx') {
        if ($File.IsReadOnly -ne $ReadOnly -and $PSCmdlet.ShouldProcess($File.FullName, $Word)) {
            $File.IsReadOnly = $ReadOnly
            Write-Host "${Word}: $($File.FullName)"
        }
    }
}

$Excel = Find-Excel
if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) {
    Stop-Wrong 'found Excel running, expected it closed: it would overwrite its list of add-ins.'
}
$Key = Get-OptionsKey $Excel
$Entry = '/R "' + $Xll + '"'
$Registered = Get-Registered $Key

if ($Uninstall) {
    if ($Registered -contains $Entry) {
        if ($PSCmdlet.ShouldProcess($Key, "Remove $Entry")) {
            Set-Registered $Key $Registered @($Registered | Where-Object { $_ -ne $Entry })
            Write-Host "Removed from Excel's list of add-ins: $Xll"
        }
    }
    else {
        Write-Host "Not in Excel's list of add-ins: $Xll"
    }
    Set-TemplatesReadOnly $false
    Write-Host 'Done. No file was deleted: delete the folder yourself.'
    exit 0
}

$Bitness = Get-Bitness $Excel
if ($Bitness -eq 0) { Stop-Wrong "found $Excel, expected Excel for x86 or x64." }
Write-Host "Excel: $Bitness bit, $Excel"

$Source = if ($JinxXll) { $JinxXll } else { $Xll }
if (-not (Test-Path -LiteralPath $Source)) {
    Stop-Wrong "found no $Source, expected the add-in of Jinx ($Bitness bit, from exceljava.com)."
}
$Source = (Resolve-Path -LiteralPath $Source).ProviderPath
$Found = Get-Bitness $Source
if ($Found -ne $Bitness) {
    Stop-Wrong "found $Source with $Found bit, expected $Bitness bit, as Excel is."
}
Write-Host "Jinx: $Found bit, $Source"
Write-Host "Java: $(Find-Java $Bitness)"

foreach ($Name in 'jinx.ini', 'ballast-addin.jar') {
    if (-not (Test-Path -LiteralPath (Join-Path $Here $Name))) {
        Stop-Wrong "found no $Name in $Here, expected the package unpacked as a whole."
    }
}

if ($Source -ne $Xll -and $PSCmdlet.ShouldProcess($Xll, "Copy $Source")) {
    Copy-Item -LiteralPath $Source -Destination $Xll
    Write-Host "Copied: $Source to $Xll"
}
foreach ($File in Get-ChildItem -LiteralPath $Package -Recurse -File) {
    if (Get-Item -LiteralPath $File.FullName -Stream 'Zone.Identifier' -ErrorAction SilentlyContinue) {
        if ($PSCmdlet.ShouldProcess($File.FullName, 'Unblock')) {
            Unblock-File -LiteralPath $File.FullName
            Write-Host "Unblocked: $($File.FullName)"
        }
    }
}
Set-TemplatesReadOnly $true
if ($Registered -contains $Entry) {
    Write-Host "Already in Excel's list of add-ins: $Xll"
}
elseif ($PSCmdlet.ShouldProcess($Key, "Add $Entry")) {
    Set-Registered $Key $Registered (@($Registered) + $Entry)
    Write-Host "Added to Excel's list of add-ins: $Xll"
}
if ($WhatIfPreference) {
    Write-Host 'Everything fits. Nothing was changed.'
}
else {
    Write-Host 'Done. Start Excel and open acceptance.xlsx: every check should say OK.'
}
