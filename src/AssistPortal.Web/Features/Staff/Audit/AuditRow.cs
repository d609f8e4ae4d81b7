using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A page of the audit trail.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
public sealed record AuditPicture(IReadOnlyList<AuditRow> Rows, bool HasOlder);

/// <summary>An entry with the names of what it speaks of.</summary>
public sealed record AuditRow
{
    public required AuditEntry Entry { get; init; }

    public required AuditDetails Details { get; init; }

    /// <summary>Who did it; null where no account did, or there is no such account any more.</summary>
    public AuditActor? Actor { get; init; }

    /// <summary>The order that it was done to; null where it was something else.</summary>
    public RequestNumber? Order { get; init; }

    /// <summary>Whether somebody did it who knew an order's number and e-mail, or had its link.</summary>
    public bool IsByCustomer => Entry.ActorId is null && Details.Facts.Any(fact => fact.Name == "access");
}

public sealed record AuditActor(string FirstName, string LastName, string Email);
