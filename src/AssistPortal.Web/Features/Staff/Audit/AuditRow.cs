using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A page of the audit trail.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
public sealed record AuditListModel(IReadOnlyList<AuditRow> Rows, bool HasOlder);

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

public sealed record AuditPerson(string FirstName, string LastName, string Email);
