using AssistPortal.Data;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Trials.Organisations;

/// <summary>A user of an organisation. Nobody is in two: the address is unique.</summary>
public sealed class OrganisationMember
{
    public const int NameLength = 120;

    internal static readonly int SearchTextLength = TrialLengths.Email + 1 + TypedText.Units(NameLength);

    private readonly List<ServiceAssignment> assignments = [];

    private OrganisationMember()
    {
    }

    /// <param name="organisationId">The organisation.</param>
    /// <param name="email">Their address, as they write it.</param>
    /// <param name="key">The same, made comparable.</param>
    /// <param name="name">Their name; empty where it is not known.</param>
    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    public OrganisationMember(Guid organisationId, string email, string key, string name)
    {
        Id = Guid.CreateVersion7();
        OrganisationId = organisationId;
        Email = Guard.Filled(TrialLengths.Email, email);
        EmailKey = Guard.Filled(TrialLengths.Email, key);
        Rename(name);
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>The address made comparable: see <see cref="MailKey"/>.</summary>
    public string EmailKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Address and name as they are searched: see <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The account; null for users who never sign in here.</summary>
    public Guid? UserId { get; private set; }

    public bool IsAdministrator { get; private set; }

    public IReadOnlyList<ServiceAssignment> Assignments => assignments.AsReadOnly();

    /// <summary>What mails call them.</summary>
    public string Greeted => PersonName.OrAddress(Name, Email);

    /// <summary>Name and services as a form shows them, to be given back by what is saved there.</summary>
    public string Seen => $"{string.Join(',', assignments.Select(assignment => assignment.Service).Order())};{Name}";

    /// <summary>Makes them an administrator, who signs in.</summary>
    public void Appoint(Guid userId) => (UserId, IsAdministrator) = (userId, true);

    /// <summary>Takes the administrator's role from them; the account stays.</summary>
    public void Dismiss() => IsAdministrator = false;

    /// <summary>Moves them to another organisation, without role and services.</summary>
    public void MoveTo(Guid organisationId)
    {
        OrganisationId = organisationId;
        IsAdministrator = false;
        assignments.Clear();
    }

    /// <exception cref="ArgumentException">The name is too long.</exception>
    public void Rename(string name)
    {
        Name = Guard.Typed(NameLength, name);
        SearchText = FoldedText.Of(SearchTextLength, Email, name);
    }

    /// <summary>Gives them just these services.</summary>
    public void Assign(IReadOnlyCollection<CloudService> services)
    {
        assignments.RemoveAll(assignment => !services.Contains(assignment.Service));
        assignments.AddRange(services.Distinct()
            .Where(service => !assignments.Exists(assignment => assignment.Service == service))
            .Select(service => new ServiceAssignment { MemberId = Id, Service = Guard.Named(service) }));
    }
}

/// <summary>A licence in somebody's use.</summary>
public sealed class ServiceAssignment
{
    public required Guid MemberId { get; init; }

    public required CloudService Service { get; init; }
}
