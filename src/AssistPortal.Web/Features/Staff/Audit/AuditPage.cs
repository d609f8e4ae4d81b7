using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>The audit trail with its controls.</summary>
public sealed record AuditPage
{
    public const string Path = "/staff/audit";

    public required AuditListInput Input { get; init; }

    public required AuditListModel List { get; init; }

    public required OwnTime Time { get; init; }

    public bool IsFiltered =>
        new[] { Input.Actor, Input.Action, Input.Subject, Input.SubjectId, Input.From, Input.To }
            .Any(typed => Tolerant.Code(typed).Length > 0);

    /// <summary>
    /// What the one thing is called whose entries are listed, where the address names it by a key that says nothing.
    /// </summary>
    public string? OnlyThing =>
        Tolerant.Code(Input.Subject).Length > 0
        && Tolerant.Code(Input.SubjectId) is { Length: > 0 } key
        && List.Rows.Count > 0
        && List.Rows[0].Thing.Text is var name
        && !name.Equals(key, StringComparison.OrdinalIgnoreCase)
            ? name
            : null;

    /// <summary>The list without that choice.</summary>
    public string AnyThing => Address(
        "", ("actor", Input.Actor), ("action", Input.Action), ("from", Input.From), ("to", Input.To));

    public bool IsFirst => Tolerant.Code(Input.Before).Length == 0;

    public string Newest => AddressOf();

    public string Older => AddressOf(before: List.Rows[^1].Entry.Id);

    public string Export => AddressOf(below: "/export");

    /// <summary>The list of one person, act or thing only.</summary>
    public static string Only(
        string? actor = null, string? action = null, string? subject = null, string? subjectId = null) =>
        Address("", ("actor", actor), ("action", action), ("subject", subject), ("subjectId", subjectId));

    private string AddressOf(long? before = null, string below = "") => Address(
        below,
        ("actor", Input.Actor),
        ("action", Input.Action),
        ("subject", Input.Subject),
        ("subjectId", Input.SubjectId),
        ("from", Input.From),
        ("to", Input.To),
        ("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Address(string below, params IEnumerable<(string Name, string? Value)> fields) =>
        ListAddress.Of(Path + below, fields.Select(field => (field.Name, (string?)Tolerant.Code(field.Value))));
}
