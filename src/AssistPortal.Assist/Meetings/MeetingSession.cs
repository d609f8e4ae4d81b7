using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>A scheduled session in the portal's own meeting directory.</summary>
public sealed class MeetingSession : IVersioned
{
    internal static readonly int SearchTextLength = Lengths.Email + MeetingDetails.NumberLength + 3
        + TypedText.Units(MeetingDetails.HostIdLength + EventDetails.TopicLength);

    private MeetingSession()
    {
    }

    /// <inheritdoc cref="Change" path="/exception" />
    public MeetingSession(int siteId, MeetingDetails details)
    {
        (Id, SiteId) = (Guid.CreateVersion7(), siteId);
        Change(details);
    }

    public Guid Id { get; private init; }

    public int SiteId { get; private init; }

    /// <summary>The host's sign-in name on the site.</summary>
    public string HostId { get; private set; } = "";

    public string HostEmail { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Agenda { get; private set; } = "";

    public string Presenters { get; private set; } = "";

    /// <summary>9 to 11 digits.</summary>
    public string MeetingNumber { get; private set; } = "";

    public string MeetingUrl { get; private set; } = "";

    public Instant Start { get; private set; }

    public int DurationMinutes { get; private set; }

    /// <summary>IANA zone in which the session was scheduled.</summary>
    public string TimeZone { get; private set; } = "";

    public int? ExpectedAttendees { get; private set; }

    /// <summary>Topic, host and number as they are searched: see <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Makes the meeting so.</summary>
    /// <exception cref="ArgumentException">
    /// A text is missing or too long, a number out of range, the zone none.
    /// </exception>
    public void Change(MeetingDetails details)
    {
        Check(details);
        (HostId, HostEmail, Topic) = (details.HostId, details.HostEmail, details.Topic);
        (Agenda, Presenters, ExpectedAttendees) = (details.Agenda, details.Presenters, details.ExpectedAttendees);
        (MeetingNumber, MeetingUrl) = (details.MeetingNumber, details.MeetingUrl);
        (Start, DurationMinutes, TimeZone) = (details.Start, details.DurationMinutes, details.TimeZone);
        SearchText = FoldedText.Of(SearchTextLength, MeetingNumber, HostEmail, HostId, Topic);
    }

    private static void Check(MeetingDetails details)
    {
        Guard.TypedFilled(MeetingDetails.HostIdLength, details.HostId);
        Guard.Filled(Lengths.Email, details.HostEmail);
        Guard.TypedFilled(EventDetails.TopicLength, details.Topic);
        Guard.Typed(EventDetails.AgendaLength, details.Agenda);
        Guard.Typed(EventDetails.PresentersLength, details.Presenters);
        Guard.Filled(MeetingDetails.NumberLength, details.MeetingNumber);
        Guard.AtMost(EventDetails.MeetingUrlLength, details.MeetingUrl);
        Guard.Between(MeetingDetails.ShortestMinutes, MeetingDetails.LongestMinutes, details.DurationMinutes);
        Guard.TimeZone(details.TimeZone);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(details.ExpectedAttendees ?? 1, nameof(details));
    }
}

internal sealed class MeetingSessionConfiguration : IEntityTypeConfiguration<MeetingSession>
{
    public void Configure(EntityTypeBuilder<MeetingSession> builder)
    {
        builder.ToTable("MeetingSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.HostId).HasTypedText(MeetingDetails.HostIdLength);
        builder.Property(session => session.HostEmail).HasMaxLength(Lengths.Email);
        builder.Property(session => session.Topic).HasTypedText(EventDetails.TopicLength);
        builder.Property(session => session.Agenda).HasTypedText(EventDetails.AgendaLength);
        builder.Property(session => session.Presenters).HasTypedText(EventDetails.PresentersLength);
        builder.Property(session => session.MeetingNumber).HasMaxLength(MeetingDetails.NumberLength);
        builder.Property(session => session.MeetingUrl).HasMaxLength(EventDetails.MeetingUrlLength);
        builder.Property(session => session.TimeZone).HasMaxLength(Lengths.TimeZone);
        builder.Property(session => session.SearchText).HasMaxLength(MeetingSession.SearchTextLength);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.HasIndex(session => new { session.SiteId, session.HostEmail, session.Start });
        builder.HasOne<Site>().WithMany().HasForeignKey(session => session.SiteId);
    }
}
