using System.Runtime.CompilerServices;

namespace Dateline.Language;

/// <summary>32-bit hashes of features. The same on every machine and in every run: the models are keyed by them.</summary>
internal static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return Finish(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(int template, uint a) => Finish(((uint)template * 0x9E3779B1u) ^ (a * 0x85EBCA6Bu));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(int template, uint a, uint b) => Finish(Step(((uint)template * 0x9E3779B1u) ^ (a * 0x85EBCA6Bu), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(int template, uint a, uint b, uint c) => Finish(Step(Step(((uint)template * 0x9E3779B1u) ^ (a * 0x85EBCA6Bu), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(int template, uint a, uint b, uint c, uint d) => Finish(Step(Step(Step(((uint)template * 0x9E3779B1u) ^ (a * 0x85EBCA6Bu), b), c), d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint hash, uint value) => (uint)System.Numerics.BitOperations.RotateLeft(hash, 13) * 0xC2B2AE35u ^ (value * 0x27D4EB2Fu);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352Du;
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }
}
