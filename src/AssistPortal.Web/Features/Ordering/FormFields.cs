using System.Reflection;
using AssistPortal.Assist.Ordering;
using AssistPortal.Data;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Keeps a step's form as it was typed, and brings it back.</summary>
internal static class FormFields
{
    // Far beyond what any field takes: a draft must not grow without bound.
    private const int Longest = 10_000;

    /// <summary>The input model's own fields, as typed. Buttons and tokens are no part of it.</summary>
    public static UnfinishedForm Keep<TInput>(OrderStep step, TInput input)
        where TInput : class =>
        new(step, Of(input));

    /// <summary>The fields that are not empty.</summary>
    public static Dictionary<string, string> Of<TInput>(TInput input)
        where TInput : class => Texts<TInput>()
            .Select(property => (property.Name, Value: (string?)property.GetValue(input)))
            .Where(field => !string.IsNullOrEmpty(field.Value))
            .ToDictionary(
                field => field.Name,
                field => TypedText.Cut(field.Value!, Longest),
                StringComparer.Ordinal);

    /// <summary>The form that was kept for the step, if there is one.</summary>
    public static TInput? UnfinishedInput<TInput>(this OrderDraft draft, OrderStep step)
        where TInput : class, new() =>
        draft.Unfinished.FirstOrDefault(form => form.Step == step) is { } kept ? Fill<TInput>(kept.Fields) : null;

    /// <summary>The form with those fields.</summary>
    public static TInput Fill<TInput>(IReadOnlyDictionary<string, string> fields)
        where TInput : class, new()
    {
        var input = new TInput();
        foreach (var property in Texts<TInput>())
        {
            property.SetValue(input, fields.GetValueOrDefault(property.Name));
        }

        return input;
    }

    private static IEnumerable<PropertyInfo> Texts<TInput>() =>
        typeof(TInput).GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite);
}
