using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace AssistPortal.Data.Settings;

/// <summary>What operators are told of settings, in English as the log is.</summary>
internal static class SettingWords
{
    /// <summary>What a setting of a kind may be, within its range where it has one.</summary>
    public static string Allowed(Type kind, RangeAttribute? range)
    {
        if (kind.IsEnum)
        {
            return $"one of {string.Join(", ", Enum.GetNames(kind))}";
        }

        var what = kind == typeof(bool) ? "true or false"
            : kind == typeof(TimeSpan) ? "a time such as 00:01:30 (hours, minutes, seconds)"
            : "a whole number";
        return range is null ? what : $"{what} {Between(range)}";
    }

    /// <summary>Within which bounds, such as <c>from 0 to 365</c>.</summary>
    public static string Between(RangeAttribute range) => string.Create(
        CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}");
}
