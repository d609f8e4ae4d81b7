using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Organisations;

/// <summary>How much a service was used on a day. Kept when a trial is converted.</summary>
public sealed class UsageFigure
{
    private UsageFigure()
    {
    }

    /// <param name="organisationId">The organisation.</param>
    /// <param name="service">The service.</param>
    /// <param name="day">In the customer's zone.</param>
    /// <param name="count">Messages, meetings, calls or meetings in rooms.</param>
    /// <exception cref="ArgumentOutOfRangeException">The service is none, or the count is negative.</exception>
    public UsageFigure(Guid organisationId, CloudService service, LocalDate day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (OrganisationId, Service, Day, Count) = (organisationId, Guard.Named(service), day, count);
    }

    public Guid OrganisationId { get; private set; }

    public CloudService Service { get; private set; }

    public LocalDate Day { get; private set; }

    /// <summary>Messages, meetings, calls or meetings in rooms.</summary>
    public int Count { get; private set; }
}
