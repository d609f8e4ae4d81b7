namespace AssistPortal.Data.Accounts;

/// <summary>What became of a password that was set by a mailed link.</summary>
/// <param name="UserId">Whose it is; null where the link is none, or none any more.</param>
/// <param name="Fault">Why it is refused; null where it is set.</param>
public sealed record PasswordLinkOutcome(Guid? UserId, PasswordFault? Fault)
{
    public bool IsSet => UserId is not null && Fault is null;
}
