using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>
/// A producer's calendar outside the portal, and how reading it goes. Its address is a secret, which is kept protected;
/// people see the name of its host alone.
/// </summary>
public sealed class ProducerCalendar
{
    public const int AddressLength = 1000;
    public const int HostLength = 253;

    internal const int ProtectedLength = 4000;
    internal const int ETagLength = 500;

    private ProducerCalendar()
    {
    }

    /// <param name="producerId">Whose calendar it is.</param>
    /// <param name="host">Name of its host.</param>
    /// <param name="protectedAddress">The address, protected.</param>
    /// <param name="now">From when on it is read.</param>
    public ProducerCalendar(int producerId, string host, string protectedAddress, Instant now) =>
        (ProducerId, Host, ProtectedAddress, NextReadAt) = (
            producerId,
            Guard.Filled(HostLength, host),
            Guard.Filled(ProtectedLength, protectedAddress),
            now);

    public int ProducerId { get; private init; }

    public string Host { get; private init; } = "";

    public string ProtectedAddress { get; private init; } = "";

    /// <summary>Tells this address from one that is entered later.</summary>
    public Guid Key { get; private init; } = Guid.CreateVersion7();

    /// <summary>What the host has said of the version that was read; null for nothing.</summary>
    public string? ETag { get; private set; }

    /// <summary>The same by date.</summary>
    public Instant? LastModified { get; private set; }

    /// <summary>When the calendar itself was read last, and not only that it is as before.</summary>
    public Instant? FullReadAt { get; private set; }

    /// <summary>When reading it went well last.</summary>
    public Instant? ReadAt { get; private set; }

    /// <summary>Since when reading it fails; null while it does not.</summary>
    public Instant? FailingSince { get; private set; }

    /// <summary>Why it fails.</summary>
    public CalendarFault? Fault { get; private set; }

    public Instant NextReadAt { get; private set; }

    /// <summary>Until when a server has it to itself, by the real clock.</summary>
    public Instant? LeaseUntil { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    /// <summary>It was read, or is as it was.</summary>
    internal void Succeed(Instant now, Instant next) =>
        (ReadAt, FailingSince, Fault, NextReadAt) = (now, null, null, next);

    /// <summary>All of it was read.</summary>
    internal void Remember(string? etag, Instant? lastModified, Instant now) =>
        (ETag, LastModified, FullReadAt) = (etag?.Length <= ETagLength ? etag : null, lastModified, now);

    /// <summary>It could not be read: what was read before stays.</summary>
    internal void Fail(CalendarFault fault, Instant now, Instant next) =>
        (FailingSince, Fault, NextReadAt) = (FailingSince ?? now, Guard.Named(fault), next);
}

/// <summary>Why a calendar could not be read.</summary>
public enum CalendarFault
{
    /// <summary>No connection, or no answer in time.</summary>
    NotReachable,

    /// <summary>The host knows no such calendar, or gives it to nobody.</summary>
    NotFound,

    /// <summary>It leads elsewhere too often, or to where the portal does not go.</summary>
    Redirected,

    /// <summary>It is larger than the portal reads.</summary>
    TooLarge,

    /// <summary>What came is no calendar.</summary>
    NotACalendar,

    /// <summary>The kept address can't be read any more: it has to be entered again.</summary>
    AddressLost,
}

internal sealed class ProducerCalendarConfiguration : IEntityTypeConfiguration<ProducerCalendar>
{
    public void Configure(EntityTypeBuilder<ProducerCalendar> builder)
    {
        builder.ToTable("ProducerCalendars");
        builder.HasKey(calendar => calendar.ProducerId);
        builder.Property(calendar => calendar.ProducerId).ValueGeneratedNever();
        builder.Property(calendar => calendar.Host).HasMaxLength(ProducerCalendar.HostLength);
        builder.Property(calendar => calendar.ProtectedAddress).HasMaxLength(ProducerCalendar.ProtectedLength);
        builder.Property(calendar => calendar.ETag).HasMaxLength(ProducerCalendar.ETagLength);
        builder.Property(calendar => calendar.Fault).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(calendar => calendar.NextReadAt);
        builder.HasOne<Producer>().WithOne().HasForeignKey<ProducerCalendar>(calendar => calendar.ProducerId);
    }
}
