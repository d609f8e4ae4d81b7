using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AssistPortal.Data.Settings;

/// <summary>Settings whose text is not of their kind: a word where a number is wanted.</summary>
internal static class UnreadableSettings
{
    /// <summary>A sentence for each, with its name and what is allowed.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="section">Where these stand.</param>
    /// <param name="type">What they are read into.</param>
    public static IEnumerable<string> In(IConfiguration configuration, string section, Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => Of(
                configuration,
                $"{section}:{property.Name}",
                property.PropertyType,
                property.GetCustomAttribute<RangeAttribute>()));

    private static IEnumerable<string> Of(IConfiguration configuration, string name, Type type, RangeAttribute? range)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind == typeof(string))
        {
            return [];
        }

        if (kind.IsValueType)
        {
            var text = configuration[name];
            return text is null || IsReadable(text, kind)
                ? []
                : [$"{name} is “{text}”; allowed is {SettingWords.Allowed(kind, range)}."];
        }

        return type.IsGenericType
            ? configuration.GetSection(name).GetChildren()
                .SelectMany(child => Of(configuration, child.Path, type.GenericTypeArguments[^1], range: null))
            : In(configuration, name, type);
    }

    private static bool IsReadable(string text, Type kind)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(kind).ConvertFromInvariantString(text.Trim());
            return value is not null && (!kind.IsEnum || Enum.IsDefined(kind, value));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException
            or OverflowException)
        {
            return false;
        }
    }
}
