using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// Somebody asks for the links to the coming orders of an e-mail. It waits here for whoever looks them up, so that the
/// one who asks gets the same answer by the same work, whatever there is.
/// </summary>
internal sealed class LinkRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; init; }

    public required Instant AskedAt { get; init; }
}

internal sealed class LinkRequestConfiguration : IEntityTypeConfiguration<LinkRequest>
{
    public void Configure(EntityTypeBuilder<LinkRequest> builder)
    {
        builder.ToTable("LinkRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Email).HasMaxLength(Lengths.Email);
        builder.HasIndex(request => request.AskedAt);
    }
}
