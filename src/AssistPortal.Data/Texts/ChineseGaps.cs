using System.Text;
using System.Text.RegularExpressions;

namespace AssistPortal.Data.Texts;

/// <summary>
/// The space between Chinese and what is filled in. It belongs between Chinese and Latin or digits, not between two
/// Chinese characters: "{0} 的試用" can't know which of them a company's name ends with.
/// </summary>
internal static partial class ChineseGaps
{
    // Nobody can type it: it stands for no character.
    private const char Open = '\uFDD0';

    private const string Chinese = @"[\u3000-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]";

    /// <summary>The pattern, with each space open that stands between Chinese and what is filled in.</summary>
    /// <returns>The same object where there is none.</returns>
    public static string Mark(string pattern) => Beside().Replace(pattern, $"{Open}");

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
            else if (!IsChinese(words, place, -1) || !IsChinese(words, place, 1))
            {
                settled.Append(' ');
            }
        }

        return settled.ToString();
    }

    private static bool IsChinese(string words, int place, int step)
    {
        var next = place + step;
        while (next >= 0 && next < words.Length && words[next] is >= '\u2066' and <= '\u2069')
        {
            next += step;
        }

        return next >= 0 && next < words.Length && One().IsMatch(words.AsSpan(next, 1));
    }

    [GeneratedRegex(
        $@"(?<={Chinese}) (?=\{{\d)|(?<=\{{\d[^{{}}]*\}}) (?={Chinese})",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(Chinese, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex One();
}
