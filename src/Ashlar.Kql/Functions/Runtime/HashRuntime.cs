using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>xxHash64 with seed 0 (github.com/Cyan4973/xxHash, doc/xxhash_spec.md).</summary>
internal static class HashRuntime
{
    private const ulong P1 = 11400714785074694791, P2 = 14029467366897019727, P3 = 1609587929392839161, P4 = 9650029242287828579, P5 = 2870177450012600261;

    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, long, long>("k_hash", (text, modulo) => Modulo(Hash(Encoding.UTF8.GetBytes(text)), modulo));
        registry.Value<long, long, long>("k_hash_number", (number, modulo) =>
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            return Modulo(Hash(bytes), modulo);
        });
    }

    private static long? Modulo(ulong hash, long modulo) => modulo == 0 ? (long)hash : modulo < 0 ? null : (long)(hash % (ulong)modulo);

    private static ulong Hash(ReadOnlySpan<byte> data)
    {
        var length = (ulong)data.Length;
        ulong hash;
        if (data.Length >= 32)
        {
            ulong a = unchecked(P1 + P2), b = P2, c = 0, d = unchecked(0 - P1);
            while (data.Length >= 32)
            {
                a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(data));
                b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(data[8..]));
                c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(data[16..]));
                d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(data[24..]));
                data = data[32..];
            }

            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            foreach (var lane in (ReadOnlySpan<ulong>)[a, b, c, d])
                hash = unchecked(((hash ^ Round(0, lane)) * P1) + P4);
        }
        else
        {
            hash = P5;
        }

        return Finish(unchecked(hash + length), data);
    }

    private static ulong Finish(ulong hash, ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            for (; rest.Length >= 8; rest = rest[8..])
                hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * P1) + P4;
            if (rest.Length >= 4)
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * P1), 23) * P2) + P3;
                rest = rest[4..];
            }

            foreach (var b in rest)
                hash = BitOperations.RotateLeft(hash ^ (b * P5), 11) * P1;
            hash = (hash ^ (hash >> 33)) * P2;
            hash = (hash ^ (hash >> 29)) * P3;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Round(ulong lane, ulong value) => unchecked(BitOperations.RotateLeft(lane + (value * P2), 31) * P1);
}
