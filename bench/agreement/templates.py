"""ARM templates as the resources they would make: enough for templates whose names and properties are literals or parameter defaults."""
import re

GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/template"
REFERENCE = re.compile(r"^\[(parameters|variables)\('([^']+)'\)\]$")


def resources(template):
    """Resources with ids, types and bodies as Azure would report them; what stays an expression is left out of the body."""
    values = {
        "parameters": {name: p.get("defaultValue") for name, p in (template.get("parameters") or {}).items()},
        "variables": template.get("variables") or {},
    }
    found = []
    for resource in template.get("resources") or []:
        _add(resource, "", "", values, found)
    return found


def _add(resource, parent_type, parent_name, values, found):
    own_type, own_name = resource.get("type", ""), _plain(resource.get("name"), values)
    if not isinstance(own_name, str):
        return
    if parent_type:
        own_type, own_name = f"{parent_type}/{own_type}", f"{parent_name}/{own_name}"
    row = {"id": _id(own_type, own_name), "type": own_type, "name": own_name.split("/")[-1]}
    for key in ("kind", "location", "sku", "identity", "properties", "tags"):
        if key in resource:
            row[key] = _plain(resource[key], values)
    row.setdefault("properties", {})
    found.append(row)
    for child in resource.get("resources") or []:
        _add(child, own_type, own_name, values, found)


def _id(own_type, own_name):
    provider, *types = own_type.split("/")
    return f"{GROUP}/providers/{provider}" + "".join(f"/{t}/{n}" for t, n in zip(types, own_name.split("/")))


def _plain(value, values, depth=0):
    if isinstance(value, dict):
        return {key: plain for key, plain in ((k, _plain(v, values, depth)) for k, v in value.items()) if plain is not None}
    if isinstance(value, list):
        return [plain for plain in (_plain(v, values, depth) for v in value) if plain is not None]
    if isinstance(value, str) and value.startswith("[") and not value.startswith("[["):
        match = REFERENCE.match(value)
        return _plain(values[match[1]].get(match[2]), values, depth + 1) if match and depth < 8 else None
    return value
