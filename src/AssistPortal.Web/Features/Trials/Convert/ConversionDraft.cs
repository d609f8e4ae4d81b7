using System.Text.Json;
using AssistPortal.Data;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>
/// An order between the form and the page that asks for the confirmation. It travels in the protected cookie of passing
/// notices: it names a person, and addresses end up in logs and histories.
/// </summary>
internal static class ConversionDraft
{
    private const string Key = "Conversion";

    // Longer than any address that can be right; all of it has to fit a cookie.
    private const int MostLength = 300;

    /// <summary>Keeps an order, but for its confirmation, in the place of any other.</summary>
    public static void Keep(this ITempDataDictionary passing, Guid trialId, ConvertInput typed) =>
        passing[Key] = JsonSerializer.Serialize(new Kept(trialId, new ConvertInput
        {
            Offer = Cut(typed.Offer),
            Items = Cut(typed.Items),
            AdminEmail = Cut(typed.AdminEmail),
            TrialSiteUrl = Cut(typed.TrialSiteUrl),
            NewSiteUrl = Cut(typed.NewSiteUrl),
            SameUrl = Cut(typed.SameUrl),
        }));

    /// <summary>The order of a trial that was typed last; null where there is none.</summary>
    public static ConvertInput? Find(this ITempDataDictionary passing, Guid trialId) =>
        passing.Peek(Key) is string kept
        && JsonSerializer.Deserialize<Kept>(kept) is { } draft
        && draft.TrialId == trialId
            ? draft.Typed
            : null;

    public static void Drop(this ITempDataDictionary passing) => passing.Remove(Key);

    private static string? Cut(string? typed) => typed is null ? null : TypedText.CutToUnits(typed, MostLength);

    private sealed record Kept(Guid TrialId, ConvertInput Typed);
}
