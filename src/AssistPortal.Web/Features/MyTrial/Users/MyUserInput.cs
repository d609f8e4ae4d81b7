using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>A user's name and services as typed.</summary>
public class MyUserInput
{
    public string? Name { get; set; }

    /// <summary>Names of the services that are ticked, with commas between.</summary>
    public string? Services { get; set; }

    /// <summary>The user as the form showed them; see <see cref="OrganisationMember.Seen"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>The ticked ones that there are.</summary>
    public IReadOnlyList<CloudService> Chosen =>
        [.. Enum.GetValues<CloudService>().Where(service => Ticked.Contains($"{service}", StringComparer.Ordinal))];

    /// <summary>Whether something else is ticked.</summary>
    public bool HasUnknown => Ticked.Except(Enum.GetNames<CloudService>(), StringComparer.Ordinal).Any();

    private string[] Ticked =>
        (Services ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A user as they are.</summary>
    public static MyUserInput From(OrganisationMember member) => new()
    {
        Name = member.Name,
        Services = string.Join(',', member.Assignments.Select(assignment => assignment.Service)),
        Seen = member.Seen,
    };

    /// <summary>Several boxes of one name are ticked: all of them count, not the first.</summary>
    public void ReadTicked(IFormCollection form) => Services = $"{form[nameof(Services)]}";
}
