#Requires -Version 7.4
<#
Collect.ps1: writes what Ashlar reads of an Azure tenant to a folder, as plain JSON lines you can look at before you hand them over.

  Connect-AzAccount
  ./Collect.ps1 [-Out DIR]
  ashlar scan --from DIR

IT ONLY READS. Every call is a GET, save one: a POST to the query endpoint of Azure Resource Graph, which changes nothing either.
It never calls listKeys, listSecrets, listCredentials or any data plane. Look for "Invoke-AzRestMethod": there are two, in Invoke-Call.

NEEDS     PowerShell 7.4 and the module Az.Accounts. Azure Cloud Shell has both.
AZURE     Reader at the tenant root management group. With less it reads less, and says in ashlar-export.json what it could not read.
ENTRA     as application permissions of a service principal:
            User.Read.All, GroupMember.Read.All, Application.Read.All  (or Directory.Read.All)
            RoleManagement.Read.Directory, RoleEligibilitySchedule.Read.Directory, Policy.Read.All
            AdministrativeUnit.Read.All (or Directory.Read.All), PrivilegedEligibilitySchedule.Read.AzureADGroup
          or, as a user, the directory role Global Reader. A token of Az itself does not carry Policy.Read.All, so that
          a user gets all but the conditional access policies; a service principal gets them too.
COLLECTS  Resource Graph: resources, management groups, subscriptions, resource groups, role assignments and definitions, policy
          assignments, exemptions and custom definitions, Defender plans, assessments, alerts, network and Kubernetes configuration.
          Resource Manager: model deployments, content filters, projects, connections (without credentials), ML computes, endpoints and
          datastores, Search private links, blob services and containers, names and dates of Key Vault keys and secrets, federated
          credentials, API Management APIs and policies, diagnostic settings, locks, deny assignments, PIM schedules.
          Microsoft Graph: users (name, state, type), groups and their members and owners, service principals, applications with the
          dates of their credentials, federated credentials, role and app role assignments, consents, conditional access,
          members of administrative units, who may become a member of a group that holds access (PIM for Groups).
DOES NOT  collect keys, secret values, connection strings (values that could be one are replaced by "(removed)"), blobs, prompts,
          index contents, logs, sign-ins, mail, files, devices, or anything inside a virtual machine or a cluster.
WRITES    only below -Out, readable by you alone. The result describes your tenant to an attacker as well: keep it like a secret.
#>
param(
    [string] $Out = 'ashlar-export',
    [int] $RetrySeconds = 3
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$context = Get-AzContext
if (-not $context) { throw 'Sign in first with Connect-AzAccount.' }
$tenant = [string] $context.Tenant.Id
$arm = ([string] $context.Environment.ResourceManagerUrl).TrimEnd('/')
$graph = ([string] $context.Environment.ExtendedProperties['MicrosoftGraphUrl']).TrimEnd('/')
if (-not $graph) { $graph = 'https://graph.microsoft.com' }

$Out = [IO.Path]::GetFullPath($Out, $PWD.ProviderPath)
if ([IO.File]::Exists("$Out/ashlar-export.json")) { throw "$Out already holds an export; give another folder with -Out." }
[void] [IO.Directory]::CreateDirectory($Out)
if ($IsWindows) { & icacls $Out /inheritance:r /grant:r "$([Environment]::UserDomainName)\$([Environment]::UserName):(OI)(CI)F" | Out-Null }
else { & chmod 700 $Out }

$dataSets = [Collections.Generic.List[string]]::new()
$parents = @{} # "type subscription" -> ids
$secretField = [regex]::new('^(instrumentationkey|connectionstring|(primary|secondary|account|access|shared|api|admin)key|(admin)?password|clientsecret|secrettext|sastoken|sasuri)$', 'IgnoreCase')
$secretName = [regex]::new('(key|secret|password|pwd|token|connection_?string)$', 'IgnoreCase')

function Write-Progress-Line([string] $Text) { [Console]::Error.WriteLine($Text) }

# ---- calls ------------------------------------------------------------------------------------------------------------------------

function Get-Text($Node, [string] $Name) {
    $value = $Node[$Name]
    if ($null -eq $value) { '' } else { $value.ToString() }
}

function Test-Text($Node) { $Node -is [System.Text.Json.Nodes.JsonValue] -and $Node.GetValueKind() -eq [System.Text.Json.JsonValueKind]::String }

# One GET, or one Resource Graph query when there is a body. Status is "200" or such as "403 AuthorizationFailed".
function Invoke-Call([string] $Uri, [string] $Body = '') {
    $status = '000'
    foreach ($try in 1..5) {
        $response = if ($Body) {
            Invoke-AzRestMethod -Method POST -Uri "$arm/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01" -Payload $Body
        }
        else {
            $resource = if ($Uri.StartsWith("$graph/")) { @{ ResourceId = "$graph/" } } else { @{} }
            Invoke-AzRestMethod -Method GET -Uri $Uri @resource
        }
        if ($response.StatusCode -eq 200) { return @{ Status = '200'; Node = [System.Text.Json.Nodes.JsonNode]::Parse($response.Content) } }
        $code = [regex]::Match([string] $response.Content, '"code"\s*:\s*"([^"]*)"').Groups[1].Value
        $status = "$($response.StatusCode) $code"
        if ($status -notmatch '^(429|5)') { break }
        Start-Sleep -Seconds ($RetrySeconds * $try * $try)
    }
    @{ Status = $status; Node = $null }
}

$secretList = [regex]::new('((^|[-_])(key|token|secret|password)|(api|access|function|subscription)key|^authorization|^code|^sig)$', 'IgnoreCase')
$secretElement = [regex]::new('(<set-(?:header|query-parameter)\s[^>]*name="[^"]*(?:key|token|secret|password|authorization|code|sig)[^"]*"[^>]*>\s*<value>)\s*(?!\{\{|@|\s)[^<]+', 'IgnoreCase')
$secretAttribute = [regex]::new('(\s(?:password|client-secret)=)"(?!\{\{|@)[^"]*"', 'IgnoreCase')
function New-Text([string] $Text) { [System.Text.Json.Nodes.JsonValue]::Create($Text) }

# A reference to a named value, {{name}}, is no secret and stays.
function Test-Secret($Node) { (Test-Text $Node) -and -not $Node.ToString().StartsWith('{{') }

# Nothing that could be a secret leaves the tenant: neither a field of such a name nor the value of a setting with such a name.
function Remove-Secret($Node) {
    if ($Node -is [System.Text.Json.Nodes.JsonArray]) {
        for ($i = 0; $i -lt $Node.Count; $i++) { Remove-Secret $Node[$i] }
    }
    elseif ($Node -is [System.Text.Json.Nodes.JsonObject]) {
        $names = [Collections.Generic.List[string]]::new()
        foreach ($property in $Node.GetEnumerator()) { $names.Add($property.Key) }
        foreach ($name in $names) {
            $value = $Node[$name]
            if ((Test-Text $value) -and $secretField.IsMatch($name)) { $Node[$name] = New-Text '(removed)' }
            elseif ($value -is [System.Text.Json.Nodes.JsonArray] -and $secretList.IsMatch($name)) {
                for ($i = 0; $i -lt $value.Count; $i++) { if (Test-Secret $value[$i]) { $value[$i] = New-Text '(removed)' } else { Remove-Secret $value[$i] } }
            }
            else { Remove-Secret $value }
        }
        if ((Test-Text $Node['name']) -and (Test-Text $Node['value']) -and $secretName.IsMatch($Node['name'].ToString())) { $Node['value'] = New-Text '(removed)' }
        if ((Test-Text $Node['scheme']) -and (Test-Secret $Node['parameter'])) { $Node['parameter'] = New-Text '(removed)' }
        $isFlag = $Node['secret'] -is [System.Text.Json.Nodes.JsonValue] -and $Node['secret'].GetValueKind() -in [System.Text.Json.JsonValueKind]::True, [System.Text.Json.JsonValueKind]::False
        if ((Test-Text $Node['displayName']) -and (Test-Text $Node['value']) -and $isFlag) { $Node['value'] = New-Text '(removed)' }
        if ((Test-Text $Node['value']) -and $Node['value'].ToString() -match '<policies|<fragment') {
            $Node['value'] = New-Text $secretAttribute.Replace($secretElement.Replace($Node['value'].ToString(), '$1(removed)'), '$1"(removed)"')
        }
    }
}

# Every page of a list.
function Get-List([string] $Uri) {
    $rows = [Collections.Generic.List[System.Text.Json.Nodes.JsonNode]]::new()
    while ($Uri) {
        $answer = Invoke-Call $Uri
        if ($answer.Status -ne '200') { return @{ Status = $answer.Status; Rows = $rows } }
        $page = $answer.Node
        Remove-Secret $page
        $value = $page['value']
        if ($value -is [System.Text.Json.Nodes.JsonArray]) { foreach ($row in $value.GetEnumerator()) { $rows.Add($row) } } else { $rows.Add($page) }
        $Uri = (Get-Text $page 'nextLink') + (Get-Text $page '@odata.nextLink')
    }
    @{ Status = '200'; Rows = $rows }
}

# ---- the manifest -----------------------------------------------------------------------------------------------------------------

function Add-DataSet([string] $Table, [string] $Type, [string] $Scope, [string] $File, [string] $List, [string] $Problem = '', [string] $Permission = '') {
    $line = [System.Text.Json.Nodes.JsonObject]::new()
    $line['table'] = $Table; $line['type'] = $Type; $line['scope'] = $Scope
    $line['file'] = if ($File) { [System.Text.Json.Nodes.JsonValue]::Create($File) } else { $null }
    $line['list'] = $List; $line['bodies'] = $true
    if ($Problem) {
        $line['error'] = $Problem
        $line['reason'] = if ($Problem -match 'PremiumLicense|NotLicensed|MissingLicense') { 'notLicensed' }
        elseif ($Problem -match '^40[13]') { 'forbidden' } elseif ($Problem -match '^(429|5|000)') { 'unreadable' } else { 'notCollected' }
        $line['permission'] = $Permission
    }
    $dataSets.Add($line.ToJsonString())
}

# Writes rows below the export; gives the relative name, or nothing when there are none.
function Save-Rows($Rows, [string] $Name) {
    if ($Rows.Count -eq 0) { return '' }
    $path = [IO.Path]::Combine($Out, $Name)
    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
    $writer = [IO.StreamWriter]::new($path)
    try { foreach ($row in $Rows) { $writer.Write($row.ToJsonString() + "`n") } } finally { $writer.Dispose() }
    $Name
}

# ---- Resource Graph ---------------------------------------------------------------------------------------------------------------

# May the caller read everything below this scope?
function Test-ReadsAll([string] $Scope) {
    $list = Get-List "$arm$Scope/providers/Microsoft.Authorization/permissions?api-version=2022-04-01"
    foreach ($role in $list.Rows) {
        $all = $false; $lessRead = $false
        if ($role['actions']) { foreach ($action in $role['actions'].GetEnumerator()) { if ($action.ToString() -in '*', '*/read') { $all = $true } } }
        if ($role['notActions']) { foreach ($action in $role['notActions'].GetEnumerator()) { if ($action.ToString() -match '(/read|^\*)$') { $lessRead = $true } } }
        if ($all -and -not $lessRead) { return $true }
    }
    $false
}

# Every page of a Resource Graph query. Smaller pages when the answer is too large.
function Get-Query([string] $Kql) {
    $status = '000'
    $rows = $null
    foreach ($top in 1000, 200, 50) {
        $rows = [Collections.Generic.List[System.Text.Json.Nodes.JsonNode]]::new()
        $token = ''
        do {
            $body = [System.Text.Json.Nodes.JsonObject]::new()
            if ($whole) { $body['managementGroups'] = [System.Text.Json.Nodes.JsonArray]::new([System.Text.Json.Nodes.JsonNode[]] @([System.Text.Json.Nodes.JsonValue]::Create($tenant))) }
            $body['query'] = $Kql
            $options = [System.Text.Json.Nodes.JsonObject]::new()
            $options['resultFormat'] = 'objectArray'; $options['$top'] = $top
            if ($token) { $options['$skipToken'] = $token }
            $body['options'] = $options
            $answer = Invoke-Call 'query' $body.ToJsonString()
            $status = $answer.Status
            if ($status -ne '200') { break }
            Remove-Secret $answer.Node['data']
            foreach ($row in $answer.Node['data'].GetEnumerator()) { $rows.Add($row) }
            $total = [long] $answer.Node['totalRecords'].ToString()
            $token = Get-Text $answer.Node '$skipToken'
        } while ($token)
        if ($status -match 'PayloadTooLarge') { continue }
        if ($status -eq '200' -and $rows.Count -lt $total) { $status = "000 ResultTruncated ($($rows.Count) of $total rows)" }
        break
    }
    @{ Status = $status; Rows = $rows }
}

function Add-Parents($Rows, [string] $Subscription) {
    foreach ($row in $Rows) {
        $id = Get-Text $row 'id'; $type = (Get-Text $row 'type').ToLowerInvariant()
        if (-not $id -or -not $type) { continue }
        $in = Get-Text $row 'subscriptionId'; if (-not $in) { $in = $Subscription }
        if (-not $parents.ContainsKey("$type $in")) { $parents["$type $in"] = [Collections.Generic.List[string]]::new() }
        if (-not $parents["$type $in"].Exists({ param($other) $other -eq $id })) { $parents["$type $in"].Add($id) }
    }
}

function Get-Parents([string] $Type, [string] $Subscription) {
    if ($parents.ContainsKey("$Type $Subscription")) { $parents["$Type $Subscription"] }
}

function Save-GraphTable([string] $Table, [string] $Type, [string] $Kql, [string] $List = 'complete') {
    $name = "arg/$Table" + $(if ($Type) { '.' + $Type.Replace('/', '.') } else { '' }) + '.ndjson'
    Write-Progress-Line $name
    $result = Get-Query "$Kql | order by id asc"
    $file = Save-Rows $result.Rows $name
    if ($Table -eq 'resources') { Add-Parents $result.Rows '' }
    if ($result.Status -ne '200') { Add-DataSet $Table $Type '/' $file 'partial' $result.Status 'Reader at the tenant root management group' }
    elseif ($whole) { Add-DataSet $Table $Type '/' $file $List }
    elseif ($Table -in 'authorizationresources', 'policyresources') { # what is inherited from above is missing everywhere
        Add-DataSet $Table $Type '/' $file 'partial' '403 NotAtTenantRoot' 'Reader at the tenant root management group'
    }
    else {
        Add-DataSet $Table $Type '/' $file 'partial'
        Add-DataSet $Table $Type $root '' 'partial' '403 NotAtTenantRoot' 'Reader at the tenant root management group'
        foreach ($s in $subscriptions) {
            if ($visible[$s] -eq 'complete') { Add-DataSet $Table $Type "/subscriptions/$s" '' $List }
            else { Add-DataSet $Table $Type "/subscriptions/$s" '' 'partial' '403 NotAtSubscription' 'Reader on the subscription' }
        }
    }
    $result
}

# ---- Resource Manager: what Resource Graph lacks ----------------------------------------------------------------------------------

# Codes by which a provider says that this resource cannot have such children: there are none, which is not a gap.
function Test-NoSuchChildren([string] $Status) { $Status -match '^404|NotSupported|UnsupportedOperation|UnsupportedKind' }

# GETs one address for each id; rows to a file, one line for the whole, one for each id that failed.
function Save-Each([string] $Table, [string] $Type, [string] $Scope, [string] $Target, [string] $List, [string] $Permission, $Ids, [scriptblock] $Address, [scriptblock] $Shape = $null) {
    $rows = [Collections.Generic.List[System.Text.Json.Nodes.JsonNode]]::new()
    $failed = [Collections.Generic.List[object]]::new()
    $all = 0
    foreach ($id in $Ids) {
        $all++
        $answer = Get-List (& $Address $id)
        foreach ($row in $answer.Rows) { if ($Shape) { $rows.Add((& $Shape $id $row).Row) } else { $rows.Add($row) } }
        if ($answer.Status -ne '200' -and -not (Test-NoSuchChildren $answer.Status)) { $failed.Add(@{ Id = $id; Status = $answer.Status }) }
    }
    $file = Save-Rows $rows $Target
    if ($failed.Count -eq 0) { Add-DataSet $Table $Type $Scope $file $List }
    elseif ($failed.Count -eq $all -or $Scope -eq '/') { Add-DataSet $Table $Type $Scope $file 'partial' "$($failed[0].Status) ($($failed.Count) of $all calls)" $Permission }
    else {
        Add-DataSet $Table $Type $Scope $file 'partial'
        foreach ($one in $failed) { Add-DataSet $Table $Type $one.Id '' 'partial' $one.Status $Permission }
    }
    Add-Parents $rows $Scope.Split('/')[-1]
    if ($Type -match 'roleassignments$' -or $Table -eq 'AppRoleAssignments') { Add-Named $rows }
}

function Save-Children([string] $Type, [string] $Parent, [string] $Path, [string] $Api) {
    Write-Progress-Line $Type
    foreach ($s in $subscriptions) {
        Save-Each 'armresources' $Type "/subscriptions/$s" "arm/$s/$($Type.Replace('/', '.')).ndjson" $visible[$s] "$Type/read" @(Get-Parents $Parent $s) { param($id) "$arm$id/${Path}?api-version=$Api" }
    }
}

function Save-Below([string] $Type, [string] $Segment, [string] $Api, [string] $Permission) {
    Write-Progress-Line $Type
    foreach ($s in $subscriptions) {
        $probe = Get-List "$arm/subscriptions/$s/providers/${Segment}?api-version=$Api"
        if ($probe.Status -match 'PremiumLicense') { Add-DataSet 'armresources' $Type '/' '' 'partial' $probe.Status $Permission; return } # the same in every subscription
        $file = Save-Rows $probe.Rows "arm/$s/$($Type.Replace('/', '.')).ndjson"
        Add-Named $probe.Rows
        if ($probe.Status -eq '200' -or (Test-NoSuchChildren $probe.Status)) { Add-DataSet 'armresources' $Type "/subscriptions/$s" $file $visible[$s] }
        else { Add-DataSet 'armresources' $Type "/subscriptions/$s" $file 'partial' $probe.Status $Permission }
    }
}

# What stands at a management group, not what it has from above. One line for each, for it says nothing of what lies below.
function Save-Above([string] $Type, [string] $Segment, [string] $Api, [string] $Permission) {
    if (-not $whole) { Add-DataSet 'armresources' $Type $root '' 'partial' '403 NotAtTenantRoot' 'Reader at the tenant root management group' }
    $n = 0
    foreach ($group in $managementGroups) {
        $n++
        $list = Get-List "$arm$group/providers/${Segment}?api-version=$Api&`$filter=atScope()"
        if ($list.Status -match 'PremiumLicense') { return } # said once, by Save-Below
        if ($list.Status -ne '200' -and -not (Test-NoSuchChildren $list.Status)) { Add-DataSet 'armresources' $Type $group '' 'partial' $list.Status $Permission; continue }
        $here = [Collections.Generic.List[System.Text.Json.Nodes.JsonNode]]::new()
        foreach ($row in $list.Rows) { if ($row['properties'] -and (Get-Text $row['properties'] 'scope') -eq $group) { $here.Add($row) } }
        Add-Named $here
        Add-DataSet 'armresources' $Type $group (Save-Rows $here "arm/groups/$n/$($Type.Replace('/', '.')).ndjson") 'complete'
    }
}

# ---- Entra ------------------------------------------------------------------------------------------------------------------------

$directory = @{} # table -> @{ Rows; List }
$nested = @{} # group -> groups in it
$named = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase) # principals that an assignment or access policy names

function Add-Named($Rows) {
    foreach ($row in $Rows) {
        $in = $row
        if ($row['properties'] -is [System.Text.Json.Nodes.JsonObject]) { $in = $row['properties'] }
        $id = Get-Text $in 'principalId'
        if ($id) { [void] $named.Add($id) }
        if ($in['accessPolicies'] -is [System.Text.Json.Nodes.JsonArray]) { foreach ($policy in $in['accessPolicies'].GetEnumerator()) { [void] $named.Add((Get-Text $policy 'objectId')) } }
    }
}

function Save-Entra([string] $Table, [string] $Permission, [string] $Path) {
    Write-Progress-Line $Table
    $list = Get-List "$graph/v1.0/$Path"
    foreach ($row in $list.Rows) {
        if ($row['keyCredentials'] -is [System.Text.Json.Nodes.JsonArray]) { foreach ($key in $row['keyCredentials'].GetEnumerator()) { [void] $key.Remove('key') } }
    }
    $state = if ($list.Status -eq '200') { 'complete' } else { 'partial' }
    $directory[$Table] = @{ Rows = $list.Rows; List = $state }
    if ($Table -like 'DirectoryRole*') { Add-Named $list.Rows }
    Add-DataSet $Table '' '/' (Save-Rows $list.Rows "entra/$Table.ndjson") $state $(if ($state -eq 'complete') { '' } else { $list.Status }) $Permission
}

# GET {source}/{id}/{path} for every row of an earlier table; the id becomes a column.
function Save-EntraEach([string] $Table, [string] $Permission, [string] $Source, [string] $Path, [string] $Column, [string] $IdColumn = '', [scriptblock] $Where = { $true }) {
    Write-Progress-Line $Table
    $from = $directory[$Source.Substring(0, 1).ToUpperInvariant() + $Source.Substring(1)]
    $ids = [Collections.Generic.List[string]]::new()
    foreach ($row in $from.Rows) { if (& $Where $row) { $ids.Add((Get-Text $row 'id')) } }
    Save-EntraIds $Table $Permission $from.List $ids $Column $IdColumn { param($id) "$graph/v1.0/$Source/$id/$Path" }
}

function Save-EntraIds([string] $Table, [string] $Permission, [string] $List, $Ids, [string] $Column, [string] $IdColumn, [scriptblock] $Link) {
    Save-Each $Table '' '/' "entra/$Table.ndjson" $List $Permission $Ids $Link {
        param($id, $row)
        $shaped = [System.Text.Json.Nodes.JsonObject]::new()
        $shaped[$Column] = $id
        if ($IdColumn) { $shaped[$IdColumn] = Get-Text $row 'id'; $shaped['@odata.type'] = Get-Text $row '@odata.type' }
        else { foreach ($property in $row.GetEnumerator()) { if ($property.Key -ne $Column) { $shaped[$property.Key] = if ($null -eq $property.Value) { $null } else { [System.Text.Json.Nodes.JsonNode]::Parse($property.Value.ToJsonString()) } } } }
        if ($Table -eq 'GroupMembers' -and (Get-Text $row '@odata.type') -eq '#microsoft.graph.group') {
            if (-not $nested.ContainsKey($id)) { $nested[$id] = [Collections.Generic.List[string]]::new() }
            $nested[$id].Add((Get-Text $row 'id'))
        }
        @{ Row = $shaped } # a bare JsonObject would come apart in the pipeline
    }
}

function Save-UnitMembers {
    Write-Progress-Line 'AdministrativeUnitMembers'
    $units = Get-List "$graph/v1.0/directory/administrativeUnits?`$select=id,visibility"
    if ($units.Status -ne '200') { Add-DataSet 'AdministrativeUnitMembers' '' '/' '' 'partial' $units.Status 'AdministrativeUnit.Read.All'; return }
    $ids = [Collections.Generic.List[string]]::new()
    $list = 'complete'
    foreach ($unit in $units.Rows) {
        $ids.Add((Get-Text $unit 'id'))
        if ((Get-Text $unit 'visibility') -eq 'HiddenMembership') { $list = 'partial' } # its members are not reported without a permission of their own
    }
    Save-EntraIds 'AdministrativeUnitMembers' 'AdministrativeUnit.Read.All' $list $ids 'administrativeUnitId' 'memberId' { param($id) "$graph/v1.0/directory/administrativeUnits/$id/members?`$top=999&`$select=id" }
}

# Groups whose members gain something: that may hold directory roles, or that an assignment or access policy names, and the groups nested in them.
function Get-GainingGroups {
    $groups = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
    $todo = [Collections.Generic.Stack[string]]::new()
    foreach ($group in $directory['Groups'].Rows) {
        $id = Get-Text $group 'id'
        [void] $groups.Add($id)
        if ((Get-Text $group 'isAssignableToRole') -eq 'true') { $todo.Push($id) }
    }
    foreach ($id in $named) { if ($groups.Contains($id)) { $todo.Push($id) } }
    $seen = [Collections.Generic.SortedSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
    while ($todo.Count) {
        $id = $todo.Pop()
        if ($seen.Add($id) -and $nested.ContainsKey($id)) { foreach ($inner in $nested[$id]) { $todo.Push($inner) } }
    }
    $seen
}

function Save-GroupEligibilities {
    $permission = 'PrivilegedEligibilitySchedule.Read.AzureADGroup and a Microsoft Entra ID P2 or Governance licence'
    Write-Progress-Line 'GroupEligibilities'
    $link = { param($id) "$graph/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?`$filter=groupId%20eq%20'$id'" }
    $ids = @(Get-GainingGroups)
    if ($ids.Count) {
        $probe = Get-List (& $link $ids[0])
        if ($probe.Status -match 'PremiumLicense') { Add-DataSet 'GroupEligibilities' '' '/' '' 'partial' $probe.Status $permission; return } # the same for every group
    }
    # Which groups to ask about is known only as far as what names them was read.
    $list = 'complete'
    foreach ($line in $dataSets) { if ($line -match '^{"table":"(Groups|GroupMembers|authorizationresources|DirectoryRoleAssignments)".*"list":"partial"') { $list = 'partial' } }
    Save-EntraIds 'GroupEligibilities' $permission $list $ids 'groupId' '' $link
}

# ---- the run ----------------------------------------------------------------------------------------------------------------------

try {
    $root = "/providers/Microsoft.Management/managementGroups/$tenant"
    $whole = Test-ReadsAll $root
    $subscriptions = [Collections.Generic.List[string]]::new()
    foreach ($row in (Get-List "$arm/subscriptions?api-version=2022-12-01").Rows) { $subscriptions.Add((Get-Text $row 'subscriptionId')) }
    $subscriptions.Sort([StringComparer]::Ordinal)
    $visible = @{}
    foreach ($s in $subscriptions) { $visible[$s] = if ($whole -or (Test-ReadsAll "/subscriptions/$s")) { 'complete' } else { 'partial' } }
    $rooted = if ($whole) { 'complete' } else { 'partial' }

    $builtIn = $false
    $managementGroups = [Collections.Generic.List[string]]::new()
    foreach ($table in 'resources', 'resourcecontainers', 'authorizationresources', 'networkresources', 'kubernetesconfigurationresources', 'managedserviceresources') {
        $result = Save-GraphTable $table '' $table
        if ($table -eq 'resourcecontainers') { foreach ($row in $result.Rows) { if ((Get-Text $row 'type') -eq 'microsoft.management/managementgroups') { $managementGroups.Add((Get-Text $row 'id')) } } }
        if ($table -in 'resources', 'authorizationresources') { Add-Named $result.Rows }
        if ($table -eq 'authorizationresources') { foreach ($row in $result.Rows) { if ($row['properties'] -and (Get-Text $row['properties'] 'type') -eq 'BuiltInRole') { $builtIn = $true } } }
    }
    [void] (Save-GraphTable 'appserviceresources' 'microsoft.web/sites/config' "appserviceresources | where type =~ 'microsoft.web/sites/config'")
    foreach ($type in 'policyassignments', 'policyexemptions') {
        [void] (Save-GraphTable 'policyresources' "microsoft.authorization/$type" "policyresources | where type =~ 'microsoft.authorization/$type'")
    }
    foreach ($type in 'policydefinitions', 'policysetdefinitions') { # the built-in ones are the same everywhere: left out, so the list is partial
        [void] (Save-GraphTable 'policyresources' "microsoft.authorization/$type" "policyresources | where type =~ 'microsoft.authorization/$type' and properties.policyType =~ 'Custom'" 'partial')
    }
    foreach ($type in 'pricings', 'securescores', 'assessments', 'locations/alerts') {
        [void] (Save-GraphTable 'securityresources' "microsoft.security/$type" "securityresources | where type =~ 'microsoft.security/$type'")
    }

    # Resource Graph has no assignments at "/" itself, and not in every cloud the built-in definitions.
    $list = Get-List "$arm/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&`$filter=atScope()"
    if ($list.Status -eq '200') {
        $atRoot = [Collections.Generic.List[System.Text.Json.Nodes.JsonNode]]::new()
        foreach ($row in $list.Rows) { if ((Get-Text $row['properties'] 'scope') -eq '/') { $atRoot.Add($row) } }
        Add-Named $atRoot
        Add-DataSet 'authorizationresources' 'microsoft.authorization/roleassignments' '/' (Save-Rows $atRoot 'arm/root/microsoft.authorization.roleassignments.ndjson') $rooted
    }
    else { Add-DataSet 'authorizationresources' 'microsoft.authorization/roleassignments' '/' '' 'partial' $list.Status 'Microsoft.Authorization/roleAssignments/read at / (elevated access)' }
    if (-not $builtIn) {
        $list = Get-List "$arm/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01&`$filter=type%20eq%20'BuiltInRole'"
        $ok = $list.Status -eq '200'
        Add-DataSet 'authorizationresources' 'microsoft.authorization/roledefinitions' '/' (Save-Rows $list.Rows 'arm/root/microsoft.authorization.roledefinitions.ndjson') $(if ($ok) { $rooted } else { 'partial' }) $(if ($ok) { '' } else { $list.Status }) 'Microsoft.Authorization/roleDefinitions/read'
    }

    $account = 'microsoft.cognitiveservices/accounts'
    $workspace = 'microsoft.machinelearningservices/workspaces'
    Save-Children "$account/deployments" $account 'deployments' '2025-06-01'
    Save-Children "$account/raipolicies" $account 'raiPolicies' '2025-06-01'
    Save-Children "$account/raiblocklists" $account 'raiBlocklists' '2025-06-01'
    Save-Children "$account/defenderforaisettings" $account 'defenderForAISettings' '2025-06-01'
    Save-Children "$account/connections" $account 'connections' '2025-06-01'
    Save-Children "$account/capabilityhosts" $account 'capabilityHosts' '2025-06-01'
    Save-Children "$account/projects" $account 'projects' '2025-06-01'
    Save-Children "$account/projects/connections" "$account/projects" 'connections' '2025-06-01'
    Save-Children "$account/projects/capabilityhosts" "$account/projects" 'capabilityHosts' '2025-06-01'
    Save-Children "$workspace/computes" $workspace 'computes' '2025-10-01-preview' # idle shutdown and root access of instances are in no older one
    Save-Children "$workspace/datastores" $workspace 'datastores' '2024-10-01'
    Save-Children "$workspace/connections" $workspace 'connections' '2024-10-01'
    Save-Children "$workspace/outboundrules" $workspace 'outboundRules' '2024-10-01'
    Save-Children "$workspace/onlineendpoints" $workspace 'onlineEndpoints' '2024-10-01'
    Save-Children "$workspace/onlineendpoints/deployments" "$workspace/onlineendpoints" 'deployments' '2024-10-01'
    Save-Children "$workspace/batchendpoints" $workspace 'batchEndpoints' '2024-10-01'
    Save-Children "$workspace/batchendpoints/deployments" "$workspace/batchendpoints" 'deployments' '2024-10-01'
    Save-Children "$workspace/serverlessendpoints" $workspace 'serverlessEndpoints' '2024-10-01'
    Save-Children 'microsoft.search/searchservices/sharedprivatelinkresources' 'microsoft.search/searchservices' 'sharedPrivateLinkResources' '2023-11-01'
    Save-Children 'microsoft.storage/storageaccounts/objectreplicationpolicies' 'microsoft.storage/storageaccounts' 'objectReplicationPolicies' '2023-05-01'
    Save-Children 'microsoft.storage/storageaccounts/blobservices' 'microsoft.storage/storageaccounts' 'blobServices' '2023-05-01'
    Save-Children 'microsoft.storage/storageaccounts/blobservices/containers' 'microsoft.storage/storageaccounts' 'blobServices/default/containers' '2023-05-01'
    Save-Children 'microsoft.keyvault/vaults/keys' 'microsoft.keyvault/vaults' 'keys' '2023-07-01'
    Save-Children 'microsoft.keyvault/vaults/secrets' 'microsoft.keyvault/vaults' 'secrets' '2023-07-01'
    Save-Children 'microsoft.containerregistry/registries/tokens' 'microsoft.containerregistry/registries' 'tokens' '2023-07-01'
    Save-Children 'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials' 'microsoft.managedidentity/userassignedidentities' 'federatedIdentityCredentials' '2023-01-31'
    Save-Children 'microsoft.network/privateendpoints/privatednszonegroups' 'microsoft.network/privateendpoints' 'privateDnsZoneGroups' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/apis' 'microsoft.apimanagement/service' 'apis' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/apis/policies' 'microsoft.apimanagement/service/apis' 'policies' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/backends' 'microsoft.apimanagement/service' 'backends' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/loggers' 'microsoft.apimanagement/service' 'loggers' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/policies' 'microsoft.apimanagement/service' 'policies' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/products' 'microsoft.apimanagement/service' 'products' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/products/policies' 'microsoft.apimanagement/service/products' 'policies' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/namedvalues' 'microsoft.apimanagement/service' 'namedValues' '2024-05-01'
    Save-Children 'microsoft.apimanagement/service/subscriptions' 'microsoft.apimanagement/service' 'subscriptions' '2024-05-01'
    Save-Children 'microsoft.operationalinsights/workspaces/dataexports' 'microsoft.operationalinsights/workspaces' 'dataExports' '2020-08-01'
    Save-Children 'microsoft.documentdb/databaseaccounts/sqlroledefinitions' 'microsoft.documentdb/databaseaccounts' 'sqlRoleDefinitions' '2024-11-15'
    Save-Children 'microsoft.documentdb/databaseaccounts/sqlroleassignments' 'microsoft.documentdb/databaseaccounts' 'sqlRoleAssignments' '2024-11-15'
    Save-Children 'microsoft.sql/servers/firewallrules' 'microsoft.sql/servers' 'firewallRules' '2023-08-01'
    Save-Children 'microsoft.dbforpostgresql/flexibleservers/firewallrules' 'microsoft.dbforpostgresql/flexibleservers' 'firewallRules' '2024-08-01'
    Save-Children 'microsoft.dbforpostgresql/flexibleservers/configurations' 'microsoft.dbforpostgresql/flexibleservers' 'configurations' '2024-08-01'
    Save-Children 'microsoft.botservice/botservices/channels' 'microsoft.botservice/botservices' 'channels' '2022-09-15'
    Save-Children 'microsoft.web/sites/basicpublishingcredentialspolicies' 'microsoft.web/sites' 'basicPublishingCredentialsPolicies' '2023-12-01'

    Save-Below 'microsoft.authorization/locks' 'Microsoft.Authorization/locks' '2020-05-01' 'Microsoft.Authorization/locks/read'
    foreach ($way in 'Save-Above', 'Save-Below') {
        & $way 'microsoft.authorization/denyassignments' 'Microsoft.Authorization/denyAssignments' '2022-04-01' 'Microsoft.Authorization/denyAssignments/read'
        foreach ($kind in 'roleEligibilityScheduleInstances', 'roleAssignmentScheduleInstances') {
            & $way "microsoft.authorization/$($kind.ToLowerInvariant())" "Microsoft.Authorization/$kind" '2020-10-01' 'Microsoft Entra ID P2 or Microsoft Entra ID Governance'
        }
    }

    # Diagnostic settings: of what AI workloads are made of, and of the subscriptions.
    $diagnosed = $account, $workspace, "$workspace/onlineendpoints", 'microsoft.machinelearningservices/registries', 'microsoft.search/searchservices',
    'microsoft.storage/storageaccounts', 'microsoft.keyvault/vaults', 'microsoft.containerregistry/registries', 'microsoft.containerservice/managedclusters',
    'microsoft.apimanagement/service', 'microsoft.web/sites', 'microsoft.app/managedenvironments', 'microsoft.documentdb/databaseaccounts',
    'microsoft.dbforpostgresql/flexibleservers', 'microsoft.botservice/botservices', 'microsoft.eventhub/namespaces', 'microsoft.datafactory/factories',
    'microsoft.databricks/workspaces', 'microsoft.network/applicationgateways', 'microsoft.network/azurefirewalls', 'microsoft.cdn/profiles',
    'microsoft.operationalinsights/workspaces'
    Write-Progress-Line 'microsoft.insights/diagnosticsettings'
    foreach ($s in $subscriptions) {
        $targets = [Collections.Generic.List[string]]::new()
        $targets.Add("/subscriptions/$s")
        foreach ($type in $diagnosed) {
            foreach ($id in @(Get-Parents $type $s)) {
                $targets.Add($id)
                if ($type -eq 'microsoft.storage/storageaccounts') { $targets.Add("$id/blobServices/default") }
            }
        }
        Save-Each 'armresources' 'microsoft.insights/diagnosticsettings' "/subscriptions/$s" "arm/$s/microsoft.insights.diagnosticsettings.ndjson" $visible[$s] 'Microsoft.Insights/diagnosticSettings/read' $targets { param($id) "$arm$id/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview" }
    }

    $credentials = 'passwordCredentials,keyCredentials'
    Save-Entra 'Organizations' 'Organization.Read.All' 'organization?$select=id,displayName,tenantType,createdDateTime,verifiedDomains'
    Save-Entra 'Users' 'User.Read.All' 'users?$top=999&$select=id,displayName,userPrincipalName,mail,userType,accountEnabled,createdDateTime,onPremisesSyncEnabled,externalUserState,jobTitle,department'
    Save-Entra 'Groups' 'GroupMember.Read.All' 'groups?$top=999&$select=id,displayName,description,mailEnabled,securityEnabled,groupTypes,membershipRule,membershipRuleProcessingState,isAssignableToRole,onPremisesSyncEnabled,visibility,createdDateTime'
    Save-EntraEach 'GroupMembers' 'GroupMember.Read.All' 'groups' 'members?$top=999&$select=id' 'groupId' 'memberId'
    Save-EntraEach 'GroupOwners' 'GroupMember.Read.All' 'groups' 'owners?$select=id' 'groupId' 'ownerId'
    Save-Entra 'ServicePrincipals' 'Application.Read.All' "servicePrincipals?`$top=999&`$select=id,appId,displayName,servicePrincipalType,accountEnabled,appOwnerOrganizationId,appRoleAssignmentRequired,alternativeNames,tags,$credentials,appRoles,oauth2PermissionScopes,createdDateTime"
    Save-EntraEach 'ServicePrincipalOwners' 'Application.Read.All' 'servicePrincipals' 'owners?$select=id' 'servicePrincipalId' 'ownerId'
    Save-EntraEach 'AppRoleAssignments' 'Application.Read.All' 'servicePrincipals' 'appRoleAssignedTo?$top=999' 'resourceId' '' {
        param($row) ($row['appRoles'] -and $row['appRoles'].Count -gt 0) -or (Get-Text $row 'appRoleAssignmentRequired') -eq 'true'
    }
    Save-Entra 'Applications' 'Application.Read.All' "applications?`$top=999&`$select=id,appId,displayName,signInAudience,publisherDomain,createdDateTime,$credentials,requiredResourceAccess,appRoles,tags,web"
    Save-EntraEach 'ApplicationOwners' 'Application.Read.All' 'applications' 'owners?$select=id' 'applicationId' 'ownerId'
    Save-EntraEach 'FederatedIdentityCredentials' 'Application.Read.All' 'applications' 'federatedIdentityCredentials' 'applicationId'
    Save-Entra 'OAuth2PermissionGrants' 'DelegatedPermissionGrant.Read.All' 'oauth2PermissionGrants?$top=999'
    Save-Entra 'DirectoryRoleDefinitions' 'RoleManagement.Read.Directory' 'roleManagement/directory/roleDefinitions'
    Save-Entra 'DirectoryRoleAssignments' 'RoleManagement.Read.Directory' 'roleManagement/directory/roleAssignments'
    Save-Entra 'DirectoryRoleEligibilities' 'RoleEligibilitySchedule.Read.Directory and a Microsoft Entra ID P2 licence' 'roleManagement/directory/roleEligibilityScheduleInstances'
    Save-Entra 'ConditionalAccessPolicies' 'Policy.Read.All' 'identity/conditionalAccess/policies'
    Save-Entra 'NamedLocations' 'Policy.Read.All' 'identity/conditionalAccess/namedLocations'
    Save-UnitMembers
    Save-GroupEligibilities
}
finally {
    # Also after an interruption: what is not named here counts as not collected.
    $at = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
    $head = '{"schema":"ashlar-export/1","collectedAt":"' + $at + '","tool":"ashlar export-kit Collect.ps1","tenantId":"' + $tenant + '","dataSets":['
    [IO.File]::WriteAllText([IO.Path]::Combine($Out, 'ashlar-export.json'), $head + "`n" + [string]::Join(",`n", $dataSets) + "`n]}`n")
}

Write-Progress-Line "Written to $Out. Next: ashlar scan --from $Out"
foreach ($line in $dataSets) {
    $one = [System.Text.Json.Nodes.JsonNode]::Parse($line)
    if ($one['error']) { Write-Progress-Line "  not read: $(Get-Text $one 'table')/$(Get-Text $one 'type') $(Get-Text $one 'scope'): $(Get-Text $one 'error'); would help: $(Get-Text $one 'permission')" }
}
