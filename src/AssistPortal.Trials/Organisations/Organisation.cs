using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;

namespace AssistPortal.Trials.Organisations;

/// <summary>A customer's organisation. It goes with its trial, unless that is converted.</summary>
public sealed class Organisation : IVersioned
{
    public const int NameLength = Trial.CompanyLength;

    /// <summary>The one organisation to which people move whose own has gone.</summary>
    public static readonly Guid FreeId = new("0f8fad5b-0000-7000-8000-00000000f4ee");

    private Organisation()
    {
    }

    /// <param name="name">The company.</param>
    /// <param name="siteHost">Host name of its WebEx site, in lower case; null where it has none.</param>
    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    public Organisation(string name, string? siteHost)
    {
        Id = Guid.CreateVersion7();
        Name = Guard.TypedFilled(NameLength, name);
        UseSite(siteHost);
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Host name of its WebEx site, in lower case and ASCII; no two organisations have the same.</summary>
    public string? SiteHost { get; private set; }

    public int Version { get; private set; }

    /// <summary>The organisation without licences, to which people move.</summary>
    public static Organisation MakeFree() => new() { Id = FreeId, Name = "Free" };

    /// <summary>Gives it a site, another one, or none.</summary>
    /// <exception cref="ArgumentException">The host name is blank or too long.</exception>
    public void UseSite(string? host) => SiteHost = host is null ? null : Guard.Filled(TrialLengths.Host, host);
}
