#!/usr/bin/env bash
#
# collect.sh: writes what Ashlar reads of an Azure tenant to a folder, as plain JSON lines you can look at before you hand them over.
#
#   az login
#   ./collect.sh [--out DIR] [--jobs N]
#   ashlar scan --from DIR
#
# IT ONLY READS. Every call is a GET, save one: a POST to the query endpoint of Azure Resource Graph, which changes nothing either.
# It never calls listKeys, listSecrets, listCredentials or any data plane. Look for "az rest": there are two, in call().
#
# NEEDS     bash 4.3, az 2.40 or later, jq 1.6. Azure Cloud Shell has all three.
# AZURE     Reader at the tenant root management group. With less it reads less, and says in ashlar-export.json what it could not read.
# ENTRA     as application permissions of a service principal:
#             User.Read.All, GroupMember.Read.All, Application.Read.All  (or Directory.Read.All)
#             RoleManagement.Read.Directory, RoleEligibilitySchedule.Read.Directory, Policy.Read.All
#             AdministrativeUnit.Read.All (or Directory.Read.All), PrivilegedEligibilitySchedule.Read.AzureADGroup
#           or, as a user, the directory role Global Reader. A token of az itself does not carry Policy.Read.All, so that
#           a user gets all but the conditional access policies; a service principal gets them too.
# COLLECTS  Resource Graph: resources, management groups, subscriptions, resource groups, role assignments and definitions, policy
#           assignments, exemptions and custom definitions, Defender plans, assessments, alerts, network and Kubernetes configuration.
#           Resource Manager: model deployments, content filters, projects, connections (without credentials), ML computes, endpoints and
#           datastores, Search private links, blob services and containers, names and dates of Key Vault keys and secrets, federated
#           credentials, API Management APIs and policies, diagnostic settings, locks, deny assignments, PIM schedules.
#           Microsoft Graph: users (name, state, type), groups and their members and owners, service principals, applications with the
#           dates of their credentials, federated credentials, role and app role assignments, consents, conditional access,
#           members of administrative units, who may become a member of a group that holds access (PIM for Groups).
# DOES NOT  collect keys, secret values, connection strings (values that could be one are replaced by "(removed)"), blobs, prompts,
#           index contents, logs, sign-ins, mail, files, devices, or anything inside a virtual machine or a cluster.
# WRITES    only below --out, readable by you alone. The result describes your tenant to an attacker as well: keep it like a secret.

# shellcheck disable=SC2016 # OData options such as $select begin with a dollar
set -uo pipefail
umask 077

out=ashlar-export
jobs=6
while (($#)); do
  case $1 in
    --out) out=${2:?--out needs a folder}; shift 2 ;;
    --jobs) jobs=${2:?--jobs needs a number}; shift 2 ;;
    -h | --help) sed -n '3,8p' "$0" | cut -c3-; exit 0 ;;
    *) echo "collect.sh: unknown argument $1; try --help" >&2; exit 2 ;;
  esac
done

for tool in az jq; do
  command -v "$tool" >/dev/null || { echo "collect.sh: $tool is not installed" >&2; exit 2; }
done
if [[ -e $out/ashlar-export.json ]]; then
  echo "collect.sh: $out already holds an export; give another folder with --out" >&2
  exit 2
fi
mkdir -p "$out/arg" "$out/arm" "$out/entra" && work=$(mktemp -d "$out/.work.XXXXXX") || exit 2
pause=${ASHLAR_RETRY_SECONDS:-3}
endpoints=$(az cloud show --query '[endpoints.resourceManager, endpoints.microsoftGraphResourceId]' --output tsv) || exit 2
arm=$(sed -n 1p <<<"$endpoints") && arm=${arm%/}
graph=$(sed -n 2p <<<"$endpoints") && graph=${graph%/}
tenant=$(az account show --query tenantId --output tsv) || { echo "collect.sh: sign in first with az login" >&2; exit 2; }

say() { printf '%s\n' "$*" >&2; }

# ---- calls ------------------------------------------------------------------------------------------------------------------------

# Status of a failed call from the message of az, such as "403 AuthorizationFailed".
status_of() {
  local text code=000 phrase
  text=$(tr '\n' ' ' <"$1")
  for phrase in 'Bad Request:400' 'Unauthorized:401' 'Forbidden:403' 'Not Found:404' 'Method Not Allowed:405' 'Conflict:409' \
    'Too Many Requests:429' 'Internal Server Error:500' 'Bad Gateway:502' 'Service Unavailable:503' 'Gateway Timeout:504'; do
    if [[ $text == *"${phrase%:*}("* ]]; then code=${phrase##*:}; break; fi
  done
  printf '%s %s\n' "$code" "$(grep -o '"code": *"[^"]*"' "$1" | head -n 1 | cut -d '"' -f 4)"
}

# call FILE URL [BODY]: one GET, or one Resource Graph query when there is a body. Answer in FILE, status in FILE.status.
call() {
  local file=$1 url=$2 body=${3:-} try resource=$arm
  [[ $url == "$graph"/* ]] && resource=$graph
  for try in 1 2 3 4 5; do
    if [[ -n $body ]]; then
      az rest --only-show-errors --method post --url "$arm/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01" --resource "$resource/" \
        --headers Content-Type=application/json --body "@$body" --output json >"$file" 2>"$file.err" && { echo 200 >"$file.status"; return 0; }
    else
      az rest --only-show-errors --method get --url "$url" --resource "$resource/" \
        --output json >"$file" 2>"$file.err" && { echo 200 >"$file.status"; return 0; }
    fi
    status_of "$file.err" >"$file.status"
    case $(<"$file.status") in
      429* | 5*) sleep "$((pause * try * try))" ;;
      *) return 1 ;;
    esac
  done
  return 1
}

# Nothing that could be a secret leaves the tenant: neither a field of such a name nor the value of a setting with such a name.
# A reference to a named value, {{name}}, is no secret and stays.
scrub='def hide: if type == "string" and (startswith("{{") | not) then "(removed)" else . end;
  def scrub: walk(if type == "object" then
    with_entries(if (.value | type) == "string" and (.key | test("^(instrumentationkey|connectionstring|(primary|secondary|account|access|shared|api|admin)key|(admin)?password|clientsecret|secrettext|sastoken|sasuri)$"; "i"))
      then .value = "(removed)"
      elif (.value | type) == "array" and (.key | test("((^|[-_])(key|token|secret|password)|(api|access|function|subscription)key|^authorization|^code|^sig)$"; "i"))
      then .value |= map(hide) else . end)
    | if (.name? | type) == "string" and (.value? | type) == "string" and (.name | test("(key|secret|password|pwd|token|connection_?string)$"; "i"))
      then .value = "(removed)" else . end
    | if (.scheme? | type) == "string" and (.parameter? | type) == "string" then .parameter |= hide else . end
    | if (.displayName? | type) == "string" and (.value? | type) == "string" and (.secret? | type) == "boolean" then .value = "(removed)" else . end
    | if (.value? | type) == "string" and (.value | test("<policies|<fragment"))
      then .value |= (gsub("(?<tag><set-(header|query-parameter)\\s[^>]*name=\"[^\"]*(key|token|secret|password|authorization|code|sig)[^\"]*\"[^>]*>\\s*<value>)\\s*(?!\\{\\{|@|\\s)[^<]+"; "\(.tag)(removed)"; "i")
        | gsub("(?<name>\\s(password|client-secret)=)\"(?!\\{\\{|@)[^\"]*\""; "\(.name)\"(removed)\""; "i")) else . end
  else . end);'

# fetch URL FILE: every page of a list, one row per line in FILE; status in FILE.status.
fetch() {
  local url=$1 file=$2 page=$2.page start
  : >"$file"
  while [[ -n $url ]]; do
    call "$page" "$url" || { mv "$page.status" "$file.status"; return 1; }
    start=''
    IFS='' read -r -d '' -n 64 start <"$page"
    [[ ${start//[[:space:]]/} == '{"value":[]}' ]] && break # nothing there, the usual case
    jq -r "$scrub"' (.nextLink // ."@odata.nextLink" // ""), ((if (.value | type) == "array" then .value[] else . end) | scrub | tojson)' "$page" >"$page.rows" \
      || { echo '000 UnreadableAnswer' >"$file.status"; return 1; }
    { read -r url; cat; } <"$page.rows" >>"$file"
  done
  echo 200 >"$file.status"
}

# ---- the manifest -----------------------------------------------------------------------------------------------------------------

# record TABLE TYPE SCOPE FILE complete|partial [STATUS PERMISSION]: one line of what was seen.
record() {
  local field line=''
  for field in "$1" "$2" "$3" "$4" "$5" "${6:-}" "${7:-}"; do line+=${field//[$'\t\n']/ }$'\t'; done
  printf '%s\n' "$line" >>"$work/manifest"
}

finish() {
  jq -R -s --arg at "$(date -u +%Y-%m-%dT%H:%M:%SZ)" --arg tenant "$tenant" '
    def reason: if test("PremiumLicense|NotLicensed|MissingLicense") then "notLicensed" elif test("^40[13]") then "forbidden"
      elif test("^(429|5|000)") then "unreadable" else "notCollected" end;
    {schema: "ashlar-export/1", collectedAt: $at, tool: "ashlar export-kit collect.sh", tenantId: $tenant,
     dataSets: [split("\n")[] | select(. != "") | split("\t") | {table: .[0], type: .[1], scope: .[2], file: (if .[3] == "" then null else .[3] end), list: .[4], bodies: true}
       + if .[5] == "" then {} else {error: .[5], reason: (.[5] | reason), permission: .[6]} end]}' "$work/manifest" >"$out/ashlar-export.json"
  rm -rf "$work"
}
: >"$work/manifest"
trap 'exit 130' INT TERM
trap finish EXIT

# keep FILE TARGET: moves rows to their place below the export; prints the relative name, or nothing when there are none.
keep() {
  [[ -s $1 ]] || return 0
  mkdir -p "$(dirname "$out/$2")" && mv "$1" "$out/$2" && printf '%s' "$2"
}

# ---- Resource Graph ---------------------------------------------------------------------------------------------------------------

# May the caller read everything below this scope?
reads_all() {
  fetch "$arm$1/providers/Microsoft.Authorization/permissions?api-version=2022-04-01" "$work/permissions" \
    && jq -e -s 'any(.[]; (.actions | any(ascii_downcase == "*" or ascii_downcase == "*/read")) and (.notActions | length == 0 or all(test("/read$|^\\*$"; "i") | not)))' "$work/permissions" >/dev/null
}

# query FILE KQL: every page of a Resource Graph query. Smaller pages when the answer is too large.
query() {
  local file=$1 kql=$2 page=$1.page top token total seen
  for top in 1000 200 50; do
    : >"$file"
    token='' seen=0
    while :; do
      jq -nc --arg query "$kql" --argjson top "$top" --arg token "$token" --argjson scope "$scope" \
        '$scope + {query: $query, options: ({resultFormat: "objectArray", "$top": $top} + if $token == "" then {} else {"$skipToken": $token} end)}' >"$file.body"
      if ! call "$page" query "$file.body"; then
        mv "$page.status" "$file.status"
        [[ $(<"$file.status") == *PayloadTooLarge* ]] && continue 2
        return 1
      fi
      jq -c "$scrub"' .data[] | scrub' "$page" >>"$file"
      total=$(jq -r '.totalRecords' "$page")
      seen=$((seen + $(jq -r '.data | length' "$page")))
      token=$(jq -r '."$skipToken" // empty' "$page")
      [[ -n $token ]] || break
    done
    echo 200 >"$file.status"
    ((seen >= total)) || echo "000 ResultTruncated ($seen of $total rows)" >"$file.status"
    [[ $(<"$file.status") == 200 ]]
    return
  done
  return 1
}

root="/providers/Microsoft.Management/managementGroups/$tenant"
scope='{}'
whole=false
reads_all "$root" && whole=true && scope=$(jq -nc --arg mg "$tenant" '{managementGroups: [$mg]}')

subscriptions=()
declare -A visible
if fetch "$arm/subscriptions?api-version=2022-12-01" "$work/subscriptions"; then
  mapfile -t subscriptions < <(jq -r '.subscriptionId' "$work/subscriptions" | sort)
else
  say "collect.sh: no subscription can be listed ($(<"$work/subscriptions.status"))"
fi
for s in "${subscriptions[@]}"; do
  visible[$s]=complete
  $whole || reads_all "/subscriptions/$s" || visible[$s]=partial
done

# graph_table TABLE TYPE KQL [partial]: one table, or one type of it, to arg/.
graph_table() {
  local table=$1 type=$2 kql=$3 list=${4:-complete} name="arg/$1${2:+.${2//\//.}}.ndjson" file
  say "$name"
  if query "$work/rows" "$kql | order by id asc"; then
    file=$(keep "$work/rows" "$name")
    if $whole; then
      record "$table" "$type" / "$file" "$list"
    elif [[ $table == authorizationresources || $table == policyresources ]]; then # what is inherited from above is missing everywhere
      record "$table" "$type" / "$file" partial '403 NotAtTenantRoot' 'Reader at the tenant root management group'
    else
      record "$table" "$type" / "$file" partial
      record "$table" "$type" "$root" '' partial '403 NotAtTenantRoot' 'Reader at the tenant root management group'
      for s in "${subscriptions[@]}"; do
        if [[ ${visible[$s]} == complete ]]; then
          record "$table" "$type" "/subscriptions/$s" '' "$list"
        else
          record "$table" "$type" "/subscriptions/$s" '' partial '403 NotAtSubscription' 'Reader on the subscription'
        fi
      done
    fi
  else
    file=$(keep "$work/rows" "$name")
    record "$table" "$type" / "$file" partial "$(<"$work/rows.status")" 'Reader at the tenant root management group'
  fi
}

graph_table resources '' resources
graph_table resourcecontainers '' resourcecontainers
graph_table authorizationresources '' authorizationresources
graph_table networkresources '' networkresources
graph_table kubernetesconfigurationresources '' kubernetesconfigurationresources
graph_table managedserviceresources '' managedserviceresources
graph_table appserviceresources microsoft.web/sites/config "appserviceresources | where type =~ 'microsoft.web/sites/config'"
for type in policyassignments policyexemptions; do
  graph_table policyresources "microsoft.authorization/$type" "policyresources | where type =~ 'microsoft.authorization/$type'"
done
for type in policydefinitions policysetdefinitions; do # the built-in ones are the same everywhere: left out, so the list is partial
  graph_table policyresources "microsoft.authorization/$type" "policyresources | where type =~ 'microsoft.authorization/$type' and properties.policyType =~ 'Custom'" partial
done
for type in pricings securescores assessments locations/alerts; do
  graph_table securityresources "microsoft.security/$type" "securityresources | where type =~ 'microsoft.security/$type'"
done

# Resource Graph has no assignments at "/" itself, and not in every cloud the built-in definitions.
roles=$out/arg/authorizationresources.ndjson
if fetch "$arm/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&\$filter=atScope()" "$work/rows"; then
  jq -c 'select(.properties.scope == "/")' "$work/rows" >"$work/root"
  record authorizationresources microsoft.authorization/roleassignments / "$(keep "$work/root" arm/root/microsoft.authorization.roleassignments.ndjson)" "$($whole && echo complete || echo partial)"
else
  record authorizationresources microsoft.authorization/roleassignments / '' partial "$(<"$work/rows.status")" 'Microsoft.Authorization/roleAssignments/read at / (elevated access)'
fi
if ! [[ -f $roles ]] || ! jq -e -n 'first(inputs | select(.properties.type == "BuiltInRole"))' "$roles" >/dev/null; then
  if fetch "$arm/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01&\$filter=type%20eq%20'BuiltInRole'" "$work/rows"; then
    record authorizationresources microsoft.authorization/roledefinitions / "$(keep "$work/rows" arm/root/microsoft.authorization.roledefinitions.ndjson)" "$($whole && echo complete || echo partial)"
  else
    record authorizationresources microsoft.authorization/roledefinitions / '' partial "$(<"$work/rows.status")" 'Microsoft.Authorization/roleDefinitions/read'
  fi
fi

# ---- Resource Manager: what Resource Graph lacks ----------------------------------------------------------------------------------

: >"$work/ids" # type, subscription, id: parents of what follows
index() { jq -r --arg s "${2:-}" 'select(.id and .type) | [(.type | ascii_downcase), (.subscriptionId // $s), .id] | @tsv' "$1" >>"$work/ids"; }
[[ -f $out/arg/resources.ndjson ]] && index "$out/arg/resources.ndjson"

ids_of() { awk -F '\t' -v t="$1" -v s="$2" '$1 == t && $2 == s && !seen[tolower($3)]++ { print $3 }' "$work/ids"; }

# Codes by which a provider says that this resource cannot have such children: there are none, which is not a gap.
no_such_children() { [[ $1 == 404* || $1 == *NotSupported* || $1 == *UnsupportedOperation* || $1 == *UnsupportedKind* ]]; }

# fetch_all: reads "id<TAB>url" lines and fetches them side by side into $work/each/NNN.
fetch_all() {
  local n=0 id url
  rm -rf "$work/each" && mkdir "$work/each"
  while IFS=$'\t' read -r id url; do
    while (($(jobs -rp | wc -l) >= jobs)); do wait -n; done
    printf -v n '%06d' "$((10#$n + 1))"
    printf '%s' "$id" >"$work/each/$n.id"
    fetch "$url" "$work/each/$n" &
  done
  wait
}

# gather TABLE TYPE SCOPE TARGET LIST PERMISSION: rows of fetch_all to TARGET; one line for the whole, one for each that failed.
gather() {
  local table=$1 type=$2 where=$3 target=$4 list=$5 permission=$6 one status failed=0 all=0 file
  : >"$work/rows"
  for one in "$work"/each/*.id; do
    [[ -e $one ]] || break
    one=${one%.id}
    all=$((all + 1))
    status=$(<"$one.status")
    if [[ $status == 200 ]]; then
      cat "$one" >>"$work/rows"
    elif ! no_such_children "$status"; then
      failed=$((failed + 1))
      printf '%s\t%s\n' "$(<"$one.id")" "$status" >>"$work/failed"
    fi
  done
  file=$(keep "$work/rows" "$target")
  if ((failed == 0)); then
    record "$table" "$type" "$where" "$file" "$list"
  elif ((failed == all)) || [[ $where == / ]]; then
    record "$table" "$type" "$where" "$file" partial "$(head -n 1 "$work/failed" | cut -f 2) ($failed of $all calls)" "$permission"
  else
    record "$table" "$type" "$where" "$file" partial
    while IFS=$'\t' read -r one status; do
      record "$table" "$type" "$one" '' partial "$status" "$permission"
    done <"$work/failed"
  fi
  rm -f "$work/failed"
}

# children TYPE PARENT PATH API: GET {parent}/PATH for every parent of every subscription.
children() {
  local type=$1 parent=$2 path=$3 api=$4 s
  say "$type"
  for s in "${subscriptions[@]}"; do
    ids_of "$parent" "$s" | while read -r id; do printf '%s\t%s\n' "$id" "$arm$id/$path?api-version=$api"; done >"$work/todo"
    if ! [[ -s $work/todo ]]; then
      record armresources "$type" "/subscriptions/$s" '' "${visible[$s]}"
      continue
    fi
    fetch_all <"$work/todo"
    gather armresources "$type" "/subscriptions/$s" "arm/$s/${type//\//.}.ndjson" "${visible[$s]}" "$type/read"
    [[ -f $out/arm/$s/${type//\//.}.ndjson ]] && index "$out/arm/$s/${type//\//.}.ndjson" "$s"
  done
}

account=microsoft.cognitiveservices/accounts
children $account/deployments $account deployments 2025-06-01
children $account/raipolicies $account raiPolicies 2025-06-01
children $account/raiblocklists $account raiBlocklists 2025-06-01
children $account/defenderforaisettings $account defenderForAISettings 2025-06-01
children $account/connections $account connections 2025-06-01
children $account/capabilityhosts $account capabilityHosts 2025-06-01
children $account/projects $account projects 2025-06-01
children $account/projects/connections $account/projects connections 2025-06-01
children $account/projects/capabilityhosts $account/projects capabilityHosts 2025-06-01
workspace=microsoft.machinelearningservices/workspaces
children $workspace/computes $workspace computes 2025-10-01-preview # idle shutdown and root access of instances are in no older one
children $workspace/datastores $workspace datastores 2024-10-01
children $workspace/connections $workspace connections 2024-10-01
children $workspace/outboundrules $workspace outboundRules 2024-10-01
children $workspace/onlineendpoints $workspace onlineEndpoints 2024-10-01
children $workspace/onlineendpoints/deployments $workspace/onlineendpoints deployments 2024-10-01
children $workspace/batchendpoints $workspace batchEndpoints 2024-10-01
children $workspace/batchendpoints/deployments $workspace/batchendpoints deployments 2024-10-01
children $workspace/serverlessendpoints $workspace serverlessEndpoints 2024-10-01
children microsoft.search/searchservices/sharedprivatelinkresources microsoft.search/searchservices sharedPrivateLinkResources 2023-11-01
children microsoft.storage/storageaccounts/objectreplicationpolicies microsoft.storage/storageaccounts objectReplicationPolicies 2023-05-01
children microsoft.storage/storageaccounts/blobservices microsoft.storage/storageaccounts blobServices 2023-05-01
children microsoft.storage/storageaccounts/blobservices/containers microsoft.storage/storageaccounts blobServices/default/containers 2023-05-01
children microsoft.keyvault/vaults/keys microsoft.keyvault/vaults keys 2023-07-01
children microsoft.keyvault/vaults/secrets microsoft.keyvault/vaults secrets 2023-07-01
children microsoft.containerregistry/registries/tokens microsoft.containerregistry/registries tokens 2023-07-01
children microsoft.managedidentity/userassignedidentities/federatedidentitycredentials microsoft.managedidentity/userassignedidentities federatedIdentityCredentials 2023-01-31
children microsoft.network/privateendpoints/privatednszonegroups microsoft.network/privateendpoints privateDnsZoneGroups 2024-05-01
children microsoft.apimanagement/service/apis microsoft.apimanagement/service apis 2024-05-01
children microsoft.apimanagement/service/apis/policies microsoft.apimanagement/service/apis policies 2024-05-01
children microsoft.apimanagement/service/backends microsoft.apimanagement/service backends 2024-05-01
children microsoft.apimanagement/service/loggers microsoft.apimanagement/service loggers 2024-05-01
children microsoft.apimanagement/service/policies microsoft.apimanagement/service policies 2024-05-01
children microsoft.apimanagement/service/products microsoft.apimanagement/service products 2024-05-01
children microsoft.apimanagement/service/products/policies microsoft.apimanagement/service/products policies 2024-05-01
children microsoft.apimanagement/service/namedvalues microsoft.apimanagement/service namedValues 2024-05-01
children microsoft.apimanagement/service/subscriptions microsoft.apimanagement/service subscriptions 2024-05-01
children microsoft.operationalinsights/workspaces/dataexports microsoft.operationalinsights/workspaces dataExports 2020-08-01
children microsoft.documentdb/databaseaccounts/sqlroledefinitions microsoft.documentdb/databaseaccounts sqlRoleDefinitions 2024-11-15
children microsoft.documentdb/databaseaccounts/sqlroleassignments microsoft.documentdb/databaseaccounts sqlRoleAssignments 2024-11-15
children microsoft.sql/servers/firewallrules microsoft.sql/servers firewallRules 2023-08-01
children microsoft.dbforpostgresql/flexibleservers/firewallrules microsoft.dbforpostgresql/flexibleservers firewallRules 2024-08-01
children microsoft.dbforpostgresql/flexibleservers/configurations microsoft.dbforpostgresql/flexibleservers configurations 2024-08-01
children microsoft.botservice/botservices/channels microsoft.botservice/botservices channels 2022-09-15
children microsoft.web/sites/basicpublishingcredentialspolicies microsoft.web/sites basicPublishingCredentialsPolicies 2023-12-01

# Per subscription and management group: locks, deny assignments, PIM.
below() {
  local type=$1 segment=$2 api=$3 permission=$4 s
  say "$type"
  for s in "${subscriptions[@]}"; do
    printf '%s\t%s\n' "/subscriptions/$s" "$arm/subscriptions/$s/providers/$segment?api-version=$api" | fetch_all
    if [[ $(<"$work/each/000001.status") == *PremiumLicense* ]]; then # the same in every subscription
      record armresources "$type" / '' partial "$(<"$work/each/000001.status")" "$permission"
      return
    fi
    gather armresources "$type" "/subscriptions/$s" "arm/$s/${type//\//.}.ndjson" "${visible[$s]}" "$permission"
  done
}
# Per management group: what stands there, not what it has from above. One line for each, for it says nothing of what lies below.
above() {
  local type=$1 segment=$2 api=$3 permission=$4 group n=0
  $whole || record armresources "$type" "$root" '' partial '403 NotAtTenantRoot' 'Reader at the tenant root management group'
  for group in "${groups[@]}"; do
    n=$((n + 1))
    if ! fetch "$arm$group/providers/$segment?api-version=$api&\$filter=atScope()" "$work/rows" && ! no_such_children "$(<"$work/rows.status")"; then
      [[ $(<"$work/rows.status") == *PremiumLicense* ]] && return # said once, by below
      record armresources "$type" "$group" '' partial "$(<"$work/rows.status")" "$permission"
      continue
    fi
    jq -c --arg scope "${group,,}" 'select((.properties.scope // "" | ascii_downcase) == $scope)' "$work/rows" >"$work/here"
    record armresources "$type" "$group" "$(keep "$work/here" "arm/groups/$n/${type//\//.}.ndjson")" complete
  done
}
groups=()
if [[ -f $out/arg/resourcecontainers.ndjson ]]; then
  mapfile -t groups < <(jq -r 'select(.type | ascii_downcase == "microsoft.management/managementgroups") | .id' "$out/arg/resourcecontainers.ndjson")
fi
below microsoft.authorization/locks Microsoft.Authorization/locks 2020-05-01 Microsoft.Authorization/locks/read
for way in above below; do
  $way microsoft.authorization/denyassignments Microsoft.Authorization/denyAssignments 2022-04-01 Microsoft.Authorization/denyAssignments/read
  for kind in roleEligibilityScheduleInstances roleAssignmentScheduleInstances; do
    $way "microsoft.authorization/${kind,,}" "Microsoft.Authorization/$kind" 2020-10-01 'Microsoft Entra ID P2 or Microsoft Entra ID Governance'
  done
done

# Diagnostic settings: of what AI workloads are made of, and of the subscriptions.
diagnosed="$account $workspace $workspace/onlineendpoints microsoft.machinelearningservices/registries microsoft.search/searchservices
  microsoft.storage/storageaccounts microsoft.keyvault/vaults microsoft.containerregistry/registries microsoft.containerservice/managedclusters
  microsoft.apimanagement/service microsoft.web/sites microsoft.app/managedenvironments microsoft.documentdb/databaseaccounts
  microsoft.dbforpostgresql/flexibleservers microsoft.botservice/botservices microsoft.eventhub/namespaces microsoft.datafactory/factories
  microsoft.databricks/workspaces microsoft.network/applicationgateways microsoft.network/azurefirewalls microsoft.cdn/profiles
  microsoft.operationalinsights/workspaces"
say microsoft.insights/diagnosticsettings
for s in "${subscriptions[@]}"; do
  {
    printf '/subscriptions/%s\n' "$s"
    for type in $diagnosed; do
      ids_of "$type" "$s"
      [[ $type == microsoft.storage/storageaccounts ]] && ids_of "$type" "$s" | sed 's,$,/blobServices/default,'
    done
  } | while read -r id; do printf '%s\t%s\n' "$id" "$arm$id/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview"; done >"$work/todo"
  fetch_all <"$work/todo"
  gather armresources microsoft.insights/diagnosticsettings "/subscriptions/$s" "arm/$s/microsoft.insights.diagnosticsettings.ndjson" "${visible[$s]}" Microsoft.Insights/diagnosticSettings/read
done

# ---- Entra ------------------------------------------------------------------------------------------------------------------------

# entra TABLE PERMISSION PATH [JQ]: one list of Microsoft Graph; JQ makes rows of it.
entra() {
  local table=$1 permission=$2 path=$3 filter=${4:-.}
  say "$table"
  if fetch "$graph/v1.0/$path" "$work/list"; then
    jq -c "$filter" "$work/list" >"$work/rows"
    record "$table" '' / "$(keep "$work/rows" "entra/$table.ndjson")" complete
  else
    jq -c "$filter" "$work/list" >"$work/rows"
    record "$table" '' / "$(keep "$work/rows" "entra/$table.ndjson")" partial "$(<"$work/list.status")" "$permission"
  fi
}

# entra_each TABLE PERMISSION SOURCE PATH COLUMN JQ [SELECT]: GET SOURCE/{id}/PATH for every row of an earlier table; the id becomes COLUMN.
entra_each() {
  local table=$1 permission=$2 source=$3 path=$4 column=$5 filter=$6 select=${7:-.} list=complete
  say "$table"
  local from="$out/entra/${source^}.ndjson"
  awk -F '\t' -v t="${source^}" '$1 == t && $5 == "partial" { found = 1 } END { exit !found }' "$work/manifest" && list=partial
  if [[ -f $from ]]; then
    jq -r "select($select) | .id" "$from" | while read -r id; do printf '%s\t%s\n' "$id" "$graph/v1.0/$source/$id/$path"; done >"$work/todo"
  else
    : >"$work/todo"
  fi
  entra_todo "$table" "$permission" "$list" "$column" "$filter"
}

# entra_todo TABLE PERMISSION LIST COLUMN JQ: fetches the "id<TAB>url" lines of todo; the id becomes COLUMN.
entra_todo() {
  local table=$1 permission=$2 list=$3 column=$4 filter=$5 one
  fetch_all <"$work/todo"
  for one in "$work"/each/*.id; do
    [[ -e $one ]] || break
    if [[ -f ${one%.id} ]]; then
      jq -c --arg id "$(<"$one")" "{\"$column\": \$id} + ($filter)" "${one%.id}" >"${one%.id}.rows" && mv "${one%.id}.rows" "${one%.id}"
    fi
  done
  gather "$table" '' / "entra/$table.ndjson" "$list" "$permission"
}

credentials='passwordCredentials,keyCredentials'
entra Organizations Organization.Read.All 'organization?$select=id,displayName,tenantType,createdDateTime,verifiedDomains'
entra Users User.Read.All 'users?$top=999&$select=id,displayName,userPrincipalName,mail,userType,accountEnabled,createdDateTime,onPremisesSyncEnabled,externalUserState,jobTitle,department'
entra Groups GroupMember.Read.All 'groups?$top=999&$select=id,displayName,description,mailEnabled,securityEnabled,groupTypes,membershipRule,membershipRuleProcessingState,isAssignableToRole,onPremisesSyncEnabled,visibility,createdDateTime'
entra_each GroupMembers GroupMember.Read.All groups 'members?$top=999&$select=id' groupId '{memberId: .id, "@odata.type"}'
entra_each GroupOwners GroupMember.Read.All groups 'owners?$select=id' groupId '{ownerId: .id, "@odata.type"}'
entra ServicePrincipals Application.Read.All "servicePrincipals?\$top=999&\$select=id,appId,displayName,servicePrincipalType,accountEnabled,appOwnerOrganizationId,appRoleAssignmentRequired,alternativeNames,tags,$credentials,appRoles,oauth2PermissionScopes,createdDateTime" 'del(.keyCredentials[]?.key)'
entra_each ServicePrincipalOwners Application.Read.All servicePrincipals 'owners?$select=id' servicePrincipalId '{ownerId: .id, "@odata.type"}'
entra_each AppRoleAssignments Application.Read.All servicePrincipals 'appRoleAssignedTo?$top=999' resourceId '.' '((.appRoles // []) | length > 0) or .appRoleAssignmentRequired == true'
entra Applications Application.Read.All "applications?\$top=999&\$select=id,appId,displayName,signInAudience,publisherDomain,createdDateTime,$credentials,requiredResourceAccess,appRoles,tags,web" 'del(.keyCredentials[]?.key)'
entra_each ApplicationOwners Application.Read.All applications 'owners?$select=id' applicationId '{ownerId: .id, "@odata.type"}'
entra_each FederatedIdentityCredentials Application.Read.All applications federatedIdentityCredentials applicationId '.'
entra OAuth2PermissionGrants DelegatedPermissionGrant.Read.All 'oauth2PermissionGrants?$top=999'
entra DirectoryRoleDefinitions RoleManagement.Read.Directory roleManagement/directory/roleDefinitions
entra DirectoryRoleAssignments RoleManagement.Read.Directory roleManagement/directory/roleAssignments
entra DirectoryRoleEligibilities 'RoleEligibilitySchedule.Read.Directory and a Microsoft Entra ID P2 licence' roleManagement/directory/roleEligibilityScheduleInstances
entra ConditionalAccessPolicies Policy.Read.All identity/conditionalAccess/policies
entra NamedLocations Policy.Read.All identity/conditionalAccess/namedLocations

say AdministrativeUnitMembers
if fetch "$graph/v1.0/directory/administrativeUnits?\$select=id,visibility" "$work/units"; then
  # Members of a hidden one are not reported without a permission of their own.
  hidden=$(jq -s 'any(.[]; .visibility == "HiddenMembership")' "$work/units")
  jq -r '.id' "$work/units" | while read -r id; do
    printf '%s\t%s\n' "$id" "$graph/v1.0/directory/administrativeUnits/$id/members?\$top=999&\$select=id"
  done >"$work/todo"
  entra_todo AdministrativeUnitMembers AdministrativeUnit.Read.All "$([[ $hidden == true ]] && echo partial || echo complete)" administrativeUnitId '{memberId: .id, "@odata.type"}'
else
  record AdministrativeUnitMembers '' / '' partial "$(<"$work/units.status")" AdministrativeUnit.Read.All
fi

# Groups whose members gain something: that may hold directory roles, or that an assignment or access policy names, and the groups nested in them.
gaining_groups() {
  {
    jq -r 'select(.isAssignableToRole == true) | .id' "$out/entra/Groups.ndjson"
    find "$out/arg" "$out/arm" \( -name 'authorizationresources.ndjson' -o -name '*role*.ndjson' \) -exec jq -r '.properties.principalId? // empty' {} +
    find "$out/entra" \( -name 'DirectoryRole*.ndjson' -o -name 'AppRoleAssignments.ndjson' \) -exec jq -r '.principalId // empty' {} +
    find "$out/arg" -name resources.ndjson -exec jq -r '.properties.accessPolicies? | arrays | .[].objectId? // empty' {} +
  } >"$work/named"
  jq -r '.id' "$out/entra/Groups.ndjson" >"$work/groups"
  : >"$work/nested"
  if [[ -f $out/entra/GroupMembers.ndjson ]]; then
    jq -r 'select(."@odata.type" == "#microsoft.graph.group") | "\(.groupId) \(.memberId)"' "$out/entra/GroupMembers.ndjson" >"$work/nested"
  fi
  awk '{ $0 = tolower($0) }
    FILENAME == ARGV[1] { group[$1]; next }
    FILENAME == ARGV[2] { inner[$1] = inner[$1] " " $2; next }
    $1 in group { todo[++n] = $1 }
    END { while (n) { g = todo[n--]; if (g in seen) continue; seen[g]; print g; m = split(inner[g], more, " "); for (i = 1; i <= m; i++) todo[++n] = more[i] } }' \
    "$work/groups" "$work/nested" "$work/named" | sort
}

group_eligibilities() {
  local permission='PrivilegedEligibilitySchedule.Read.AzureADGroup and a Microsoft Entra ID P2 or Governance licence' list=complete first
  say GroupEligibilities
  : >"$work/todo"
  [[ -f $out/entra/Groups.ndjson ]] && gaining_groups | while read -r id; do
    printf '%s\t%s\n' "$id" "$graph/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?\$filter=groupId%20eq%20'$id'"
  done >"$work/todo"
  # Which groups to ask about is known only as far as what names them was read.
  awk -F '\t' '$5 == "partial" && $1 ~ /^(Groups|GroupMembers|authorizationresources|DirectoryRoleAssignments)$/ { found = 1 } END { exit !found }' "$work/manifest" && list=partial
  first=$(head -n 1 "$work/todo" | cut -f 2)
  if [[ -n $first ]] && ! fetch "$first" "$work/list" && [[ $(<"$work/list.status") == *PremiumLicense* ]]; then # the same for every group
    record GroupEligibilities '' / '' partial "$(<"$work/list.status")" "$permission"
    return
  fi
  entra_todo GroupEligibilities "$permission" "$list" groupId '.'
}
group_eligibilities

missing=$(awk -F '\t' '$6 != "" { printf "  %s/%s %s: %s; would help: %s\n", $1, $2, $3, $6, $7 }' "$work/manifest")
say ''
say "Written to $out. Next: ashlar scan --from $out"
if [[ -n $missing ]]; then
  say 'Not read, and recorded as such in ashlar-export.json:'
  say "$missing"
fi
