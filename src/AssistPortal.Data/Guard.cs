using System.Runtime.CompilerServices;
using NodaTime;

namespace AssistPortal.Data;

/// <summary>
/// What entities ask of whoever changes them. What people type is proven before it comes here: a refusal is a
/// programmer's error.
/// </summary>
public static class Guard
{
    /// <summary>A text in ASCII, such as a code or an address, if it has at most so many characters.</summary>
    /// <exception cref="ArgumentException">It is null or longer.</exception>
    public static string AtMost(int most, string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return text.Length <= most ? text : throw new ArgumentException($"Longer than {most} characters.", name);
    }

    /// <summary>A text in ASCII, if it says something in at most so many characters.</summary>
    /// <exception cref="ArgumentException">It is null, blank or longer.</exception>
    public static string Filled(int most, string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return AtMost(most, text, name);
    }

    /// <summary>What somebody typed, if it has at most so many characters as people see them.</summary>
    /// <exception cref="ArgumentException">It is null, or has a <see cref="TypedText.Excess"/>.</exception>
    public static string Typed(int most, string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return TypedText.Excess(text, most) == 0
            ? text
            : throw new ArgumentException($"Longer than {most} characters.", name);
    }

    /// <summary>What somebody typed, if it says something in at most so many characters as people see them.</summary>
    /// <exception cref="ArgumentException">It is null, blank or longer.</exception>
    public static string TypedFilled(
        int most, string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return Typed(most, text, name);
    }

    /// <summary>The number, if it lies between the two or on one of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static int Between(
        int least, int most, int number, [CallerArgumentExpression(nameof(number))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most, name);
        return number;
    }

    /// <summary>The code, if it is that of a currency in which people pay.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Currency(string code, [CallerArgumentExpression(nameof(code))] string? name = null) =>
        Currencies.IsKnown(code) ? code : throw new ArgumentException($"{code} is no currency.", name);

    /// <summary>The name, if it is that of an IANA time zone.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string TimeZone(string id, [CallerArgumentExpression(nameof(id))] string? name = null) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null
            ? id
            : throw new ArgumentException($"{id} is no time zone.", name);

    /// <summary>The value, if its type names it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static T Named<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"Not one of {typeof(T).Name}.");
}
