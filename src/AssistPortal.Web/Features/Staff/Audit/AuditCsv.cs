using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Shared.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>The audit trail as a file: in words, beside the act's key for programs; times are UTC.</summary>
public sealed class AuditCsv(AuditList list, AuditWords words, ActWords acts, IStringLocalizer<AuditTexts> texts)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["At", "Actor", "Email", "Action", "Key", "Subject", "SubjectId", "RequestNumber", "Details"];

    public IActionResult Write(AuditListInput input, DateTimeZone zone, CancellationToken cancellationToken) =>
        new CsvResult(
            "audit.csv",
            [.. Columns.Select(heading => texts[$"Csv.{heading}"].Value)],
            list.AllAsync(input, zone, cancellationToken).Select(CellsOf));

    private IReadOnlyList<object?> CellsOf(AuditRow row)
    {
        var entry = row.Entry;
        return
        [
            entry.At,
            words.Actor(row),
            row.Person?.Email ?? entry.ActorId?.ToString(),
            acts.Action(entry.Action),
            entry.Action,
            acts.Subject(entry.Subject),
            entry.SubjectId,
            row.Order,
            row.Record is null ? entry.Details : row.Details.ToJson(),
        ];
    }
}
