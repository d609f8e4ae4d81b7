using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AssistPortal.Data;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// The number by which people name an order: nine random Crockford base-32 symbols and a check symbol, written
/// <c>XXXXX-XXXXX</c>. The check symbol makes the weighted sum of all ten symbols zero in the field with 32
/// elements, weights being the powers of its generator: every single wrong symbol and every swap of two symbols shows.
/// </summary>
public readonly record struct RequestNumber
{
    /// <summary>Length without the hyphen.</summary>
    public const int Length = 10;

    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private RequestNumber(string compact) => Compact = compact;

    /// <summary>The ten symbols without a hyphen, as stored.</summary>
    public string Compact { get; }

    /// <summary>A number nobody can guess.</summary>
    public static RequestNumber Random()
    {
        Span<int> values = stackalloc int[Length];
        for (var position = 0; position < Length - 1; position++)
        {
            values[position] = RandomNumberGenerator.GetInt32(Symbols.Length);
        }

        // The check symbol's own weight is 1 (generator to the power 0), so it is the sum of the others.
        values[Length - 1] = WeightedSum(values[..^1]);
        return new RequestNumber(string.Create(Length, values, (text, symbols) =>
        {
            for (var position = 0; position < text.Length; position++)
            {
                text[position] = Symbols[symbols[position]];
            }
        }));
    }

    /// <summary>Reads a stored number.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static RequestNumber Parse(string text) =>
        IsStored(text) ? new RequestNumber(text)
        : TryParse(text, out var number) ? number.Value
        : throw new FormatException("Not a request number.");

    /// <summary>
    /// Reads what a person typed or pasted: case, spaces, hyphens, invisible signs and a leading # don't matter, O is
    /// read as 0, I and L as 1.
    /// False tells that it is mistyped: wrong length, a foreign symbol, or a check symbol that doesn't fit.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestNumber? number)
    {
        number = null;
        Span<char> compact = stackalloc char[Length];
        Span<int> values = stackalloc int[Length];
        var count = 0;
        foreach (var typed in TypedText.Visible(TypedText.HalfWidth(text ?? "")).TrimStart().TrimStart('#'))
        {
            if (char.IsWhiteSpace(typed)
                || char.GetUnicodeCategory(typed) == System.Globalization.UnicodeCategory.DashPunctuation)
            {
                continue;
            }

            var symbol = char.ToUpperInvariant(typed) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            var value = Symbols.IndexOf(symbol, StringComparison.Ordinal);
            if (value < 0 || count == Length)
            {
                return false;
            }

            compact[count] = symbol;
            values[count++] = value;
        }

        if (count != Length || WeightedSum(values[..^1]) != values[^1])
        {
            return false;
        }

        number = new RequestNumber(compact.ToString());
        return true;
    }

    public override string ToString() => $"{Compact[..5]}-{Compact[5..]}";

    /// <summary>Whether the text is a number as it is stored: told for a tenth of what reading costs.</summary>
    private static bool IsStored(string text)
    {
        if (text.Length != Length)
        {
            return false;
        }

        Span<int> values = stackalloc int[Length];
        for (var position = 0; position < Length; position++)
        {
            values[position] = Symbols.IndexOf(text[position], StringComparison.Ordinal);
            if (values[position] < 0)
            {
                return false;
            }
        }

        return WeightedSum(values[..^1]) == values[^1];
    }

    private static int WeightedSum(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = TimesGenerator(sum ^ value);
        }

        return sum;
    }

    /// <summary>Multiplies by x in GF(2)[x] / (x^5 + x^2 + 1), whose non-zero elements are the powers of x.</summary>
    private static int TimesGenerator(int element)
    {
        var shifted = element << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ 0b100101;
    }
}
