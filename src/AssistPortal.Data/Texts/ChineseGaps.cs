using System.Text;

namespace AssistPortal.Data.Texts;

/// <summary>
/// The space between Chinese and what is filled in. It belongs between Chinese and Latin or digits, not between two
/// Chinese characters: "{0} 的試用" can't know which of them a company's name ends with.
/// </summary>
internal static class ChineseGaps
{
    // Nobody can type it: it stands for no character.
    private const char Open = '\uFDD0';

    /// <summary>The pattern, with each space open that stands between Chinese and what is filled in.</summary>
    /// <returns>The same object where there is none.</returns>
    public static string Mark(string pattern)
    {
        StringBuilder? marked = null;
        for (var place = 1; place < pattern.Length - 1; place++)
        {
            var (before, after) = (pattern[place - 1], pattern[place + 1]);
            if (pattern[place] == ' ' && ((IsChinese(before) && after == '{') || (before == '}' && IsChinese(after))))
            {
                marked ??= new StringBuilder(pattern);
                marked[place] = Open;
            }
        }

        return marked?.ToString() ?? pattern;
    }

    /// <summary>The words, with a space wherever one was open unless Chinese stands on both sides of it.</summary>
    public static string Settle(string words)
    {
        var settled = new StringBuilder(words.Length);
        for (var place = 0; place < words.Length; place++)
        {
            if (words[place] != Open)
            {
                settled.Append(words[place]);
            }
            else if (!HasChinese(words, place, -1) || !HasChinese(words, place, 1))
            {
                settled.Append(' ');
            }
        }

        return settled.ToString();
    }

    // Marks of direction around a name are no characters of their own.
    private static bool HasChinese(string words, int place, int step)
    {
        var next = place + step;
        while (next >= 0 && next < words.Length && words[next] is >= '\u2066' and <= '\u2069')
        {
            next += step;
        }

        return next >= 0 && next < words.Length && IsChinese(words[next]);
    }

    private static bool IsChinese(char character) => character
        is (>= '\u3000' and <= '\u303F')
        or (>= '\u3400' and <= '\u4DBF')
        or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF00' and <= '\uFF60');
}
