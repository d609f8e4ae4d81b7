using System.ComponentModel;
using System.Text;
using System.Xml.Linq;
using NodaTime;

namespace AssistPortal.UnitTests.Architecture;

public sealed class TypeReaderTests
{
    [Theory]
    [InlineData(typeof(EventArgs), "as what it is made from")]
    [InlineData(typeof(IDisposable), "as what it can do")]
    [InlineData(typeof(Uri), "in a field")]
    [InlineData(typeof(Version), "as a part of a property's type")]
    [InlineData(typeof(TypeConverter), "in an attribute")]
    [InlineData(typeof(IClock), "as a parameter")]
    [InlineData(typeof(Instant), "as what is returned")]
    [InlineData(typeof(SystemClock), "where a value is read")]
    [InlineData(typeof(StringBuilder), "where one is made")]
    [InlineData(typeof(XElement), "where it is only asked for")]
    [InlineData(typeof(XText), "as the argument of a generic method")]
    public void A_type_that_code_names_is_seen(Type named, string where) =>
        Assert.True(TypeReader.NamedBy(typeof(Sample)).Contains(named), $"{named.Name} is not seen {where}.");

    [Theory]
    [InlineData(typeof(XComment))]
    [InlineData(typeof(Period))]
    public void What_stands_in_a_lambda_or_an_async_method_is_seen_in_a_type_within(Type named)
    {
        Assert.DoesNotContain(named, TypeReader.NamedBy(typeof(Sample)));
        Assert.Contains(
            typeof(Sample).GetNestedTypes(System.Reflection.BindingFlags.NonPublic),
            type => TypeReader.NamedBy(type).Contains(named));
    }

    [Fact]
    public void Texts_in_code_are_seen() => Assert.Contains("a text", TypeReader.TextsIn(typeof(Sample)));

    [TypeConverter(typeof(TypeConverter))]
    private sealed class Sample : EventArgs, IDisposable
    {
        private readonly Uri address = new("http://localhost");

        public IReadOnlyList<Version> Versions { get; } = [];

        public Instant Now(IClock? clock) => (clock ?? SystemClock.Instance).GetCurrentInstant();

        public string Text(object value) =>
            value is XElement ? new StringBuilder("a text").Append(address).ToString() : "";

        public int Count(IEnumerable<object> values) =>
            values.OfType<XText>().Count() + values.Count(value => value is XComment);

        public async Task<object> LaterAsync()
        {
            await Task.Yield();
            return Period.Zero;
        }

        public void Dispose()
        {
        }
    }
}
