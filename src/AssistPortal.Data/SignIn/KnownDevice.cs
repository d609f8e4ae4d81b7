using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Data.SignIn;

/// <summary>
/// A browser with which somebody has signed in. It is known by the key in a cookie of its own, of which only the hash
/// is stored, and has at most one session at a time.
/// </summary>
public sealed class KnownDevice
{
    public const int HashLength = 64;

    private KnownDevice()
    {
    }

    internal KnownDevice(Guid userId, string keyHash, DeviceKind kind, Guid? sessionId, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(keyHash.Length, HashLength);
        (UserId, KeyHash, Browser, Platform) = (userId, keyHash, kind.Browser, kind.Platform);
        (SessionId, FirstAt, LastAt) = (sessionId, now, now);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid UserId { get; private init; }

    /// <summary>SHA-256 of the key, in hexadecimal digits.</summary>
    public string KeyHash { get; private init; } = "";

    /// <inheritdoc cref="DeviceKind.Browser" />
    public string Browser { get; private init; } = "";

    /// <inheritdoc cref="DeviceKind.Platform" />
    public string Platform { get; private init; } = "";

    /// <summary>Its session; null where it is signed out.</summary>
    public Guid? SessionId { get; private init; }

    public Instant FirstAt { get; private init; }

    /// <summary>When it was last used, give or take <see cref="KnownDevices.Precision"/>.</summary>
    public Instant LastAt { get; private init; }
}

internal sealed class KnownDeviceConfiguration : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("KnownDevices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.KeyHash).HasMaxLength(KnownDevice.HashLength);
        builder.Property(device => device.Browser).HasMaxLength(DeviceKind.Length);
        builder.Property(device => device.Platform).HasMaxLength(DeviceKind.Length);
        builder.HasIndex(device => new { device.UserId, device.KeyHash }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(device => device.UserId);
    }
}
