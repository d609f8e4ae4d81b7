using System.Net;
using AssistPortal.Data.Outgoing;

namespace AssistPortal.UnitTests.Data.Outgoing;

public sealed class OutgoingExceptionsTests
{
    private static readonly OutgoingExceptions Settings = new(
        [
            new Uri("http://127.0.0.1:81/"),
            new Uri("https://[fd00::1]/"),
            new Uri("http://localhost:82/"),
            new Uri("https://api.example/"),
        ],
        [IPNetwork.Parse("10.1.0.0/16")]);

    [Theory]
    [InlineData("127.0.0.1", 81, "127.0.0.1")]
    [InlineData("[fd00::1]", 443, "fd00::1")]
    [InlineData("localhost", 82, "::1")]
    [InlineData("localhost", 82, "127.0.0.1")]
    [InlineData("whoever.example", 443, "10.1.2.3")]
    [InlineData("whoever.example", 443, "::ffff:10.1.2.3")]
    public void What_a_setting_names_may_be_reached(string host, int port, string address) =>
        Assert.True(Settings.Allow(new DnsEndPoint(host, port), IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1", 82, "127.0.0.1")]
    [InlineData("whoever.example", 81, "127.0.0.1")]
    [InlineData("localhost", 82, "10.0.0.1")]
    [InlineData("api.example", 443, "127.0.0.1")]
    [InlineData("whoever.example", 443, "10.2.0.1")]
    public void Nothing_else_may(string host, int port, string address) =>
        Assert.False(Settings.Allow(new DnsEndPoint(host, port), IPAddress.Parse(address)));
}
