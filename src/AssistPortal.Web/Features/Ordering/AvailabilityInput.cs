using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 1 as typed. The names are a public contract.</summary>
public sealed class AvailabilityInput : IStartFields
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Company { get; set; }

    public string? SiteId { get; set; }

    public string? PackageCode { get; set; }

    public string? DurationMinutes { get; set; }

    public string? TimeZone { get; set; }

    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    /// <summary>Why the event may start sooner than usual, where a coordinator orders.</summary>
    public string? OverrideReason { get; set; }

    /// <summary>What the draft says, to start from.</summary>
    public static AvailabilityInput From(OrderDraft draft, ServicePackage package, string? timeZone)
    {
        var input = From(draft.Contact, package, durationMinutes: 60);
        (input.SiteId, input.TimeZone, input.OverrideReason) = ($"{draft.SiteId}", timeZone, draft.OverrideReason);
        if (draft.Time is { } time)
        {
            input.SetStart(time.LocalStart);
            input.DurationMinutes = $"{time.DurationMinutes}";
        }

        return input;
    }

    /// <summary>Contact, package and length alone.</summary>
    public static AvailabilityInput From(ContactDetails contact, ServicePackage package, int durationMinutes) => new()
    {
        FirstName = contact.FirstName,
        LastName = contact.LastName,
        Phone = contact.Phone,
        Email = contact.Email,
        Company = contact.Company,
        PackageCode = package.Code,
        DurationMinutes = $"{durationMinutes}",
    };

    /// <summary>Where a host can ask to be told when somebody is free after all.</summary>
    /// <param name="packageCode">The package.</param>
    /// <param name="siteId">The site.</param>
    /// <param name="time">The wished time.</param>
    /// <param name="draftId">The draft to go on with then.</param>
    public static string WaitAddress(string packageCode, int siteId, EventTime time, Guid? draftId = null)
    {
        var fields = new AvailabilityInput { TimeZone = time.TimeZone };
        fields.SetStart(time.LocalStart);
        return "/assist/wait" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [nameof(PackageCode)] = packageCode,
            [nameof(SiteId)] = $"{siteId}",
            [nameof(StartDate)] = fields.StartDate,
            [nameof(StartTime)] = fields.StartTime,
            [nameof(Fold)] = fields.Fold,
            [nameof(TimeZone)] = fields.TimeZone,
            [nameof(DurationMinutes)] = $"{time.DurationMinutes}",
            ["Draft"] = $"{draftId}",
        }.Where(field => !string.IsNullOrEmpty(field.Value)));
    }

    public ContactDetails ReadContact() => new()
    {
        FirstName = Tolerant.Text(FirstName),
        LastName = Tolerant.Text(LastName),
        Phone = Tolerant.Code(Phone),
        Email = Tolerant.Email(Email),
        Company = Tolerant.Text(Company),
    };
}
