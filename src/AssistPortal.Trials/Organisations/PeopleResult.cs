namespace AssistPortal.Trials.Organisations;

/// <summary>What became of an act with a user of an organisation.</summary>
public sealed record PeopleResult(PeopleOutcome Outcome)
{
    /// <summary>The user; nobody where nothing was saved.</summary>
    public Guid MemberId { get; init; }

    /// <summary>Services of which no licence is left.</summary>
    public IReadOnlyList<CloudService> Missing { get; init; } = [];

    public static PeopleResult Saved(OrganisationMember member) => new(PeopleOutcome.Saved) { MemberId = member.Id };

    public static PeopleResult NoLicence(IReadOnlyList<CloudService> missing) =>
        new(PeopleOutcome.NoLicence) { Missing = missing };
}

/// <inheritdoc cref="PeopleResult" />
public enum PeopleOutcome
{
    Saved,

    /// <summary>There is no such user in the organisation, or whoever acts administers none.</summary>
    Gone,

    /// <summary>Somebody else has changed the user meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>The address is that of a user of the organisation.</summary>
    Already,

    /// <summary>The address belongs to somebody of another organisation.</summary>
    AddressTaken,

    /// <summary>More services were to be assigned than there are licences.</summary>
    NoLicence,

    /// <summary>An organisation keeps one administrator.</summary>
    LastAdministrator,

    /// <summary>Administrators don't take the role from themselves.</summary>
    OwnAccount,
}
