using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>A scheduled session in the portal's own meeting directory.</summary>
public sealed class MeetingSession : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required int SiteId { get; init; }

    /// <summary>The host's sign-in name on the site.</summary>
    public required string HostId { get; set; }

    public required string HostEmail { get; set; }

    public required string Topic { get; set; }

    public string Agenda { get; set; } = "";

    public string Presenters { get; set; } = "";

    /// <summary>9 to 11 digits.</summary>
    public required string MeetingNumber { get; set; }

    public required string MeetingUrl { get; set; }

    public required Instant Start { get; set; }

    public required int DurationMinutes { get; set; }

    /// <summary>IANA zone in which the session was scheduled.</summary>
    public required string TimeZone { get; set; }

    public int? ExpectedAttendees { get; set; }

    public int Version { get; private set; }

    internal static MeetingSession Of(int siteId, MeetingDetails details) => new()
    {
        SiteId = siteId,
        HostId = details.HostId,
        HostEmail = details.HostEmail,
        Topic = details.Topic,
        Agenda = details.Agenda,
        Presenters = details.Presenters,
        MeetingNumber = details.MeetingNumber,
        MeetingUrl = details.MeetingUrl,
        Start = details.Start,
        DurationMinutes = details.DurationMinutes,
        TimeZone = details.TimeZone,
        ExpectedAttendees = details.ExpectedAttendees,
    };

    internal void Take(MeetingDetails details)
    {
        (HostId, HostEmail, Topic) = (details.HostId, details.HostEmail, details.Topic);
        (Agenda, Presenters, ExpectedAttendees) = (details.Agenda, details.Presenters, details.ExpectedAttendees);
        (MeetingNumber, MeetingUrl) = (details.MeetingNumber, details.MeetingUrl);
        (Start, DurationMinutes, TimeZone) = (details.Start, details.DurationMinutes, details.TimeZone);
    }
}

internal sealed class MeetingSessionConfiguration : IEntityTypeConfiguration<MeetingSession>
{
    public void Configure(EntityTypeBuilder<MeetingSession> builder)
    {
        builder.ToTable("MeetingSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.HostId).HasMaxLength(MeetingDetails.HostIdLength);
        builder.Property(session => session.HostEmail).HasMaxLength(Lengths.Email);
        builder.Property(session => session.Topic).HasMaxLength(128);
        builder.Property(session => session.Agenda).HasMaxLength(1300);
        builder.Property(session => session.Presenters).HasMaxLength(500);
        builder.Property(session => session.MeetingNumber).HasMaxLength(11);
        builder.Property(session => session.MeetingUrl).HasMaxLength(500);
        builder.Property(session => session.TimeZone).HasMaxLength(Lengths.TimeZone);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.HasIndex(session => new { session.SiteId, session.HostEmail, session.Start });
        builder.HasOne<Site>().WithMany().HasForeignKey(session => session.SiteId);
    }
}
