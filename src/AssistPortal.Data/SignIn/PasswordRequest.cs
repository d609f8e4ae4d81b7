using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Data.SignIn;

/// <summary>
/// Somebody has forgotten a password. It waits here for whoever looks the account up, so that the one who asks gets the
/// same answer by the same work, whether there is one or not.
/// </summary>
public sealed class PasswordRequest
{
    /// <summary>RFC 5321.</summary>
    public const int EmailLength = 254;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; init; }

    public required Instant AskedAt { get; init; }
}

internal sealed class PasswordRequestConfiguration : IEntityTypeConfiguration<PasswordRequest>
{
    public void Configure(EntityTypeBuilder<PasswordRequest> builder)
    {
        builder.ToTable("PasswordRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Email).HasMaxLength(PasswordRequest.EmailLength);
        builder.HasIndex(request => request.AskedAt);
    }
}
