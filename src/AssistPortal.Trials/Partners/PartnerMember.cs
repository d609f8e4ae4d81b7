namespace AssistPortal.Trials.Partners;

/// <summary>An administrator of a partner. An account belongs to one partner at most.</summary>
public sealed class PartnerMember
{
    public required Guid UserId { get; init; }

    public required Guid PartnerId { get; init; }
}
