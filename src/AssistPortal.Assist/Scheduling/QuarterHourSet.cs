using System.Numerics;
using System.Runtime.InteropServices;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// A set of quarter-hours within a range, one bit each. What lies outside of the range is never in it.
/// </summary>
internal sealed class QuarterHourSet(QuarterRange range)
{
    private const int WordBits = 64;

    private readonly ulong[] words = new ulong[(range.Length + WordBits - 1) / WordBits];

    public QuarterRange Range => range;

    public bool IsEmpty => !words.AsSpan().ContainsAnyExcept(0UL);

    public void Clear() => Array.Clear(words);

    /// <summary>Takes over what another set has, whose range holds this one's.</summary>
    public void CopyFrom(QuarterHourSet other)
    {
        var (skip, shift) = Math.DivRem((int)(range.From - other.Range.From), WordBits);
        var source = other.words;
        if (shift == 0)
        {
            source.AsSpan(skip, words.Length).CopyTo(words);
        }
        else
        {
            for (var word = 0; word < words.Length; word++)
            {
                var at = word + skip;
                words[word] = (source[at] >> shift)
                    | (at + 1 < source.Length ? source[at + 1] << (WordBits - shift) : 0);
            }
        }

        if (range.Length % WordBits is > 0 and var rest)
        {
            words[^1] &= ulong.MaxValue >> (WordBits - rest);
        }
    }

    public void Add(QuarterRange part)
    {
        foreach (var (word, mask) in MasksOf(part.Intersect(range)))
        {
            words[word] |= mask;
        }
    }

    public void Remove(QuarterRange part)
    {
        foreach (var (word, mask) in MasksOf(part.Intersect(range)))
        {
            words[word] &= ~mask;
        }
    }

    public bool ContainsAll(QuarterRange part)
    {
        if (part.Intersect(range) != part)
        {
            return false;
        }

        foreach (var (word, mask) in MasksOf(part))
        {
            if ((words[word] & mask) != mask)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many members lie in the part.</summary>
    public int Count(QuarterRange part)
    {
        var count = 0;
        foreach (var (word, mask) in MasksOf(part.Intersect(range)))
        {
            count += BitOperations.PopCount(words[word] & mask);
        }

        return count;
    }

    /// <summary>Adds all of another set over the same range.</summary>
    public void UnionWith(QuarterHourSet other)
    {
        for (var word = 0; word < words.Length; word++)
        {
            words[word] |= other.words[word];
        }
    }

    /// <summary>Keeps the quarter-hours from which on that many are in the set without a gap.</summary>
    public void KeepRunStarts(int length)
    {
        // Each round doubles the run that a bit stands for: the time grows with the logarithm of the length.
        for (var known = 1; known < length;)
        {
            var step = Math.Min(known, length - known);
            AndShifted(step);
            known += step;
        }
    }

    /// <summary>The first member at that number or after it.</summary>
    public long? FirstFrom(long quarter)
    {
        var at = Math.Max(quarter, range.From) - range.From;
        if (at >= range.Length)
        {
            return null;
        }

        var word = (int)(at / WordBits);
        var bits = words[word] & (ulong.MaxValue << (int)(at % WordBits));
        while (bits == 0)
        {
            if (++word == words.Length)
            {
                return null;
            }

            bits = words[word];
        }

        return range.From + ((long)word * WordBits) + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>The last member before that number.</summary>
    public long? LastBefore(long quarter)
    {
        var at = Math.Min(quarter, range.To) - range.From - 1;
        if (at < 0)
        {
            return null;
        }

        var word = (int)(at / WordBits);
        var bits = words[word] & (ulong.MaxValue >> (WordBits - 1 - (int)(at % WordBits)));
        while (bits == 0)
        {
            if (--word < 0)
            {
                return null;
            }

            bits = words[word];
        }

        return range.From + ((long)word * WordBits) + BitOperations.Log2(bits);
    }

    /// <summary>The members as ranges without a gap, in order.</summary>
    public IEnumerable<QuarterRange> Runs()
    {
        for (var first = FirstFrom(range.From); first is not null;)
        {
            var end = first.Value + 1;
            var next = FirstFrom(end);
            while (next == end)
            {
                next = FirstFrom(++end);
            }

            yield return new QuarterRange(first.Value, end);
            first = next;
        }
    }

    private void AndShifted(int by)
    {
        var (skip, shift) = Math.DivRem(by, WordBits);
        for (var word = 0; word < words.Length; word++)
        {
            var low = word + skip < words.Length ? words[word + skip] >> shift : 0;
            var high = shift > 0 && word + skip + 1 < words.Length ? words[word + skip + 1] << (WordBits - shift) : 0;
            words[word] &= low | high;
        }
    }

    private MaskSequence MasksOf(QuarterRange part) =>
        part.IsEmpty ? default : new MaskSequence((int)(part.From - range.From), (int)(part.To - range.From));

    /// <summary>The words that a range of bits touches, each with its bits, without an allocation.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct MaskSequence(int from, int to)
    {
        private int next = from;

        public (int Word, ulong Mask) Current { get; private set; }

        public readonly MaskSequence GetEnumerator() => this;

        public bool MoveNext()
        {
            if (next >= to)
            {
                return false;
            }

            var (word, first) = Math.DivRem(next, WordBits);
            var count = Math.Min(WordBits - first, to - next);
            Current = (word, (ulong.MaxValue >> (WordBits - count)) << first);
            next += count;
            return true;
        }
    }
}
