using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Waiting;

/// <summary>A mailed link to an offer. Only the hash of its token is stored.</summary>
internal sealed class OfferToken
{
    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required Guid WishId { get; init; }
}

internal sealed class OfferTokenConfiguration : IEntityTypeConfiguration<OfferToken>
{
    public void Configure(EntityTypeBuilder<OfferToken> builder)
    {
        builder.ToTable("OfferTokens");
        builder.HasKey(token => token.Hash);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.HasOne<WaitingWish>().WithMany().HasForeignKey(token => token.WishId);
    }
}
