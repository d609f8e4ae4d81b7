using AssistPortal.Assist.Packages;
using AssistPortal.Data;

namespace AssistPortal.Assist.Sites;

/// <content>What happens to a site, each act with its guard.</content>
public sealed partial class Site
{
    /// <exception cref="ArgumentException">The name is blank or longer than <see cref="NameLength"/>.</exception>
    public void Rename(string name) => Name = Guard.TypedFilled(NameLength, name);

    /// <summary>Gives it another host name.</summary>
    /// <exception cref="ArgumentException">
    /// The host name is blank or longer than <see cref="HostNameLength"/>.
    /// </exception>
    public void MoveTo(string hostName) => HostName = Guard.Filled(HostNameLength, hostName);

    /// <summary>Prices what is ordered from now on in that currency.</summary>
    /// <exception cref="ArgumentException">It is no currency.</exception>
    public void PriceIn(string currency) => Currency = Guard.Currency(currency);

    /// <summary>Says whether its hosts may order.</summary>
    public void SetActive(bool isActive) => IsActive = isActive;

    /// <summary>Offers these packages, and no others.</summary>
    public void Offer(IReadOnlyCollection<ServicePackage> offered)
    {
        packages.RemoveAll(package => !offered.Contains(package));
        packages.AddRange(offered.Except(packages).ToList());
    }

    /// <summary>Lets an account order at it.</summary>
    /// <exception cref="InvalidOperationException">It may already.</exception>
    public void Admit(Guid userId)
    {
        if (members.Exists(member => member.UserId == userId))
        {
            throw new InvalidOperationException($"Account {userId} is a member of site {Id}.");
        }

        members.Add(new SiteMember { SiteId = Id, UserId = userId });
    }

    /// <summary>Says where its meetings are looked up.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public void LookUpIn(DirectoryKind kind) => DirectoryKind = Guard.Named(kind);

    /// <summary>Says what the portal does on the site when an order gets another time.</summary>
    /// <param name="change">What it does.</param>
    /// <param name="page">Where meetings are scheduled; null takes the start page.</param>
    /// <exception cref="ArgumentException">
    /// There is no such change, or the page is none or its address too long.
    /// </exception>
    public void RescheduleBy(ScheduleChange change, string? page) =>
        (ScheduleChange, SchedulingPage) = (Guard.Named(change), Address(page));

    private static string? Address(string? address)
    {
        if (address is null || (Uri.TryCreate(Guard.Filled(AddressLength, address), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
        {
            return address;
        }

        throw new ArgumentException("No address of a page.", nameof(address));
    }
}
