using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>An entry with the names of what it speaks of.</summary>
public sealed record AuditRow
{
    public required AuditEntry Entry { get; init; }

    /// <summary>What the entry says; null where it can't be read.</summary>
    public required AuditRecord? Record { get; init; }

    /// <summary>The account that did it; null where none did, or there is no such account any more.</summary>
    public AuditPerson? Person { get; init; }

    /// <summary>The order that it was done to; null where it was something else.</summary>
    public RequestNumber? Order { get; init; }

    public AuditDetails Details => AuditDetails.Of(Entry, Record);
}
