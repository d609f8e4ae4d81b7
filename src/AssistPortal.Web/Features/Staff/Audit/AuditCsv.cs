using System.Security.Claims;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Shared.Csv;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>
/// The audit trail as a file: in words, with times in the reader's zone, and for programs with keys, UTC and JSON.
/// </summary>
public sealed class AuditCsv(
    AuditList list,
    AuditWords words,
    ActWords acts,
    IStringLocalizer<AuditTexts> texts,
    IStringLocalizer<AuditFieldTexts> fields)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["At", "Actor", "Email", "Action", "Key", "Subject", "SubjectId", "Name", "Words", "Details"];

    public IActionResult Write(
        AuditListInput input, OwnTime time, ClaimsPrincipal reader, CancellationToken cancellationToken) =>
        new CsvResult(
            "audit.csv",
            [.. Columns.Select(heading => texts[$"Csv.{heading}", time.Zone].Value)],
            list.AllAsync(input, time.TimeZone, reader, cancellationToken).Select(CellsOf));

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
            row.Thing.Text,
            row.Told.InLines(
                (name, value) => fields["Value.Named", name, value],
                (before, after) => fields["Value.Change", before, after]),
            row.Record is null ? entry.Details : row.Details.ToJson(),
        ];
    }
}
