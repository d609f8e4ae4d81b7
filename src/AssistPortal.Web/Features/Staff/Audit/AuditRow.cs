using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>An entry in words.</summary>
public sealed record AuditRow
{
    public required AuditEntry Entry { get; init; }

    /// <summary>What the entry says; null where it can't be read.</summary>
    public required AuditRecord? Record { get; init; }

    /// <summary>The account that did it; null where none did, or there is no such account any more.</summary>
    public AuditPerson? Person { get; init; }

    /// <summary>What it was done to.</summary>
    public required AuditLink Thing { get; init; }

    /// <summary>By what its entries are filtered: orders by their number, as people know them.</summary>
    public string Key => Entry.Subject == nameof(Order) && Thing.Path is not null ? Thing.Text : Entry.SubjectId;

    public required AuditTold Told { get; init; }

    public AuditDetails Details => AuditDetails.Of(Entry, Record);
}
