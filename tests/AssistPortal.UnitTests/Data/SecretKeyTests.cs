using AssistPortal.Data;

namespace AssistPortal.UnitTests.Data;

public sealed class SecretKeyTests
{
    [Fact]
    public void A_key_has_128_bits_and_is_made_once()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => SecretKey.Make()).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.Equal(16, Convert.FromHexString(key).Length));

        // Of so many bits that are drawn, about half are set.
        var set = keys.SelectMany(Convert.FromHexString).Sum(octet => byte.PopCount(octet));
        Assert.InRange(set, 62_000, 66_000);
    }

    [Theory]
    [InlineData("abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData(null, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public void Its_SHA_256_is_stored(string? key, string hash) => Assert.Equal(hash, SecretKey.HashOf(key));
}
