using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class NetworkFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("parse_ipv4(ip:string): long", "k_parse_ipv4({0}, 32)", "An IPv4 address as a number; a prefix masks it.", FunctionTraits.MayBeNull),
        Row("parse_ipv4_mask(ip:string, prefix:long): long", "k_parse_ipv4({0}, {1})", "An IPv4 address as a number, masked.", FunctionTraits.MayBeNull),
        Row("ipv4_netmask_suffix(ip:string): long", "k_ipv4_suffix({0})", "The prefix length of an IPv4 network.", FunctionTraits.MayBeNull),
        Row("ipv4_is_private(ip:string): bool", "k_ipv4_is_private({0})", "Whether an IPv4 address or network is private.", FunctionTraits.MayBeNull),
        Row("ipv4_is_match(a:string, b:string, prefix?:long): bool", "(k_ip_compare({0}, {1}, coalesce({2}, 32), false) = 0)", "Whether two IPv4 addresses are equal under their shortest prefix.", FunctionTraits.MayBeNull),
        Row("ipv4_compare(a:string, b:string, prefix?:long): long", "k_ip_compare({0}, {1}, coalesce({2}, 32), false)", "-1, 0 or 1 for two IPv4 addresses under their shortest prefix.", FunctionTraits.MayBeNull),
        Row("ipv4_is_in_range(ip:string, range:string): bool", "k_ip_in_range({0}, {1}, false)", "Whether an IPv4 address lies in a network.", FunctionTraits.MayBeNull),
        Row("ipv4_is_in_any_range(ip:string, ranges:dynamic): bool", "k_ip_in_ranges({0}, {1}, false)", "Whether an IPv4 address lies in one of the networks.", FunctionTraits.MayBeNull),
        Row("ipv4_is_in_any_range(ip:string, ranges:string...): bool", "k_ip_in_ranges({0}, CAST(to_json([{1}]) AS VARCHAR), false)", "Whether an IPv4 address lies in one of the networks.", FunctionTraits.MayBeNull),
        Row("ipv4_range_to_cidr_list(from:string, to:string): dynamic", "k_ipv4_cidrs({0}, {1})", "The networks that make up a range of IPv4 addresses.", FunctionTraits.MayBeNull),
        Row("format_ipv4(ip:string, prefix?:long): string", "k_format_ipv4({0}, coalesce({1}, 32), false)", "An IPv4 address, masked.", FunctionTraits.MayBeNull),
        Row("format_ipv4(ip:long, prefix?:long): string", "k_format_ipv4_number({0}, coalesce({1}, 32), false)", "An IPv4 address, masked.", FunctionTraits.MayBeNull),
        Row("format_ipv4_mask(ip:string, prefix?:long): string", "k_format_ipv4({0}, coalesce({1}, 32), true)", "An IPv4 network.", FunctionTraits.MayBeNull),
        Row("format_ipv4_mask(ip:long, prefix?:long): string", "k_format_ipv4_number({0}, coalesce({1}, 32), true)", "An IPv4 network.", FunctionTraits.MayBeNull),
        Row("has_ipv4(text:string, ip:string): bool", "k_has_ipv4({0}, CAST(to_json([{1}]) AS VARCHAR), false)", "Whether the text has the IPv4 address as a term."),
        Row("has_any_ipv4(text:string, ips:dynamic): bool", "k_has_ipv4({0}, {1}, false)", "Whether the text has one of the IPv4 addresses as a term.", FunctionTraits.MayBeNull),
        Row("has_any_ipv4(text:string, ips:string...): bool", "k_has_ipv4({0}, CAST(to_json([{1}]) AS VARCHAR), false)", "Whether the text has one of the IPv4 addresses as a term."),
        Row("has_ipv4_prefix(text:string, prefix:string): bool", "k_has_ipv4({0}, CAST(to_json([{1}]) AS VARCHAR), true)", "Whether an IPv4 address in the text starts so."),
        Row("has_any_ipv4_prefix(text:string, prefixes:dynamic): bool", "k_has_ipv4({0}, {1}, true)", "Whether an IPv4 address in the text starts so.", FunctionTraits.MayBeNull),
        Row("has_any_ipv4_prefix(text:string, prefixes:string...): bool", "k_has_ipv4({0}, CAST(to_json([{1}]) AS VARCHAR), true)", "Whether an IPv4 address in the text starts so."),
        Row("parse_ipv6(ip:string): string", "k_parse_ipv6({0}, 128)", "An IPv6 or IPv4 address in full form.", FunctionTraits.MayBeNull),
        Row("parse_ipv6_mask(ip:string, prefix:long): string", "k_parse_ipv6({0}, {1})", "An IPv6 or IPv4 address in full form, masked.", FunctionTraits.MayBeNull),
        Row("ipv6_compare(a:string, b:string, prefix?:long): long", "k_ip_compare({0}, {1}, coalesce({2}, 128), true)", "-1, 0 or 1 for two IPv6 addresses under their shortest prefix.", FunctionTraits.MayBeNull),
        Row("ipv6_is_match(a:string, b:string, prefix?:long): bool", "(k_ip_compare({0}, {1}, coalesce({2}, 128), true) = 0)", "Whether two IPv6 addresses are equal under their shortest prefix.", FunctionTraits.MayBeNull),
        Row("ipv6_is_in_range(ip:string, range:string): bool", "k_ip_in_range({0}, {1}, true)", "Whether an IPv6 address lies in a network.", FunctionTraits.MayBeNull),
        Row("ipv6_is_in_any_range(ip:string, ranges:dynamic): bool", "k_ip_in_ranges({0}, {1}, true)", "Whether an IPv6 address lies in one of the networks.", FunctionTraits.MayBeNull),
        Row("ipv6_is_in_any_range(ip:string, ranges:string...): bool", "k_ip_in_ranges({0}, CAST(to_json([{1}]) AS VARCHAR), true)", "Whether an IPv6 address lies in one of the networks.", FunctionTraits.MayBeNull),
    ];
}
