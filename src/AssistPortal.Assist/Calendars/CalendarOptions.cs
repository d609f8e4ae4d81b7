using System.ComponentModel.DataAnnotations;
using System.Net;
using AssistPortal.Data.Outgoing;

namespace AssistPortal.Assist.Calendars;

/// <summary>Settings under <c>Calendars</c>: how producers' calendars outside the portal are read.</summary>
public sealed class CalendarOptions : IValidatableObject
{
    /// <summary>How many minutes lie between two readings of a calendar.</summary>
    [Range(5, 1440)]
    public int ReadMinutes { get; set; } = 15;

    /// <summary>
    /// Addresses, such as <c>http://localhost:8080/</c>, under whose host and port calendars may be read though they
    /// are not public.
    /// </summary>
    public IList<string> AllowedAddresses { get; } = [];

    /// <summary>
    /// Networks, such as <c>10.1.0.0/16</c>, in which calendars may be read though they are not public.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. AllowedAddresses.Where(address => !Uri.TryCreate(address, UriKind.Absolute, out _))
            .Select(address => new ValidationResult($"{nameof(AllowedAddresses)}: {address} is no address.")),
        .. AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => new ValidationResult($"{nameof(AllowedNetworks)}: {network} is no network.")),
    ];

    internal OutgoingExceptions Exceptions() => new(
        AllowedAddresses.Select(address => new Uri(address)),
        AllowedNetworks.Select(network => IPNetwork.Parse(network)));

    /// <summary>Whether an address may be tried at all: https, or one that a setting names.</summary>
    public bool Accepts(Uri address) => address.Scheme == Uri.UriSchemeHttps
        || AllowedAddresses.Select(allowed => new Uri(allowed)).Any(allowed =>
            allowed.Scheme == address.Scheme && allowed.Host == address.Host && allowed.Port == address.Port);
}
