using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Tells what somebody else has saved of a producer, where it is not what was typed.</summary>
public sealed class ProducerDifferences(IStringLocalizer<ProducersTexts> texts)
{
    public ChangedMeanwhile Between(
        ProducerInput typed, ProducerInput saved, IReadOnlyDictionary<int, string> packages) =>
        ChangedMeanwhile.Between(
            [
                (texts["Name"], typed.Name, saved.Name),
                (texts["Email"], typed.Email, saved.Email),
                (texts["Phone"], typed.Phone, saved.Phone),
                (texts["TimeZone"], typed.TimeZone, saved.TimeZone),
                (texts["Account"], typed.Account, saved.Account),
                (texts["Languages"], Languages(typed), Languages(saved)),
                (texts["Packages"], Packages(typed, packages), Packages(saved, packages)),
                (texts["Active"], Active(typed), Active(saved)),
            ]);

    private static string Languages(ProducerInput input) => Wording.List(
        input.Languages.OfType<string>()
            .Where(ProducerValidator.IsOffered)
            .Order(StringComparer.Ordinal)
            .Select(Wording.Language));

    private static string Packages(ProducerInput input, IReadOnlyDictionary<int, string> packages) => string.Join(
        '\n', input.Rows().Where(row => row.IsQualified && packages.ContainsKey(row.PackageId)).Select(row =>
            $"{packages[row.PackageId]} {Tolerant.Code(row.From)} – {Tolerant.Code(row.Until)}".Trim(' ', '–')));

    private string Active(ProducerInput input) => input.IsActive ? texts["Active.Yes"] : texts["Active.No"];
}
