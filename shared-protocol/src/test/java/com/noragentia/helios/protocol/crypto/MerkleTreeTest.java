/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the published vectors of Certificate Transparency, and against the recursive definitions of RFC 6962, section 2.1. */
class MerkleTreeTest {

    private static final int LARGEST = 70;

    @Test
    void roots_are_those_of_certificate_transparency() {
        List<String> contents = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        MerkleRoot tree = new MerkleRoot();

        assertThat(tree.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < contents.size(); i++) {
            tree.add(TreeHash.leaf(HexFormat.of().parseHex(contents.get(i))));
            assertThat(tree.root().hex()).isEqualTo(roots.get(i));
        }
        assertThat(tree.size()).isEqualTo(8);
    }

    @Test
    void every_leaf_of_every_tree_is_proven_and_nothing_else() {
        for (int size = 1; size <= LARGEST; size++) {
            List<TreeHash> leaves = leaves(size);
            TreeHash root = PlainTree.root(leaves);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(index, size, PlainTree.path(index, leaves));
                assertThat(proof.holds(leaves.get(index), root)).isTrue();
                assertThat(proof.holds(TreeHash.EMPTY, root)).isFalse();
                assertThat(proof.holds(leaves.get(index), TreeHash.EMPTY)).isFalse();
                assertThat(new InclusionProof(index, size, longer(proof.path())).holds(leaves.get(index), root))
                        .isFalse();
                assertNoPathWithAHashLessOrOtherHolds(proof, leaves.get(index), root);
            }
        }
    }

    private static void assertNoPathWithAHashLessOrOtherHolds(InclusionProof proof, TreeHash leaf, TreeHash root) {
        for (int i = 0; i < proof.path().size(); i++) {
            List<TreeHash> less = new ArrayList<>(proof.path());
            less.remove(i);
            assertThat(new InclusionProof(proof.index(), proof.size(), less).holds(leaf, root))
                    .isFalse();
            List<TreeHash> other = new ArrayList<>(proof.path());
            other.set(i, TreeHash.EMPTY);
            assertThat(new InclusionProof(proof.index(), proof.size(), other).holds(leaf, root))
                    .isFalse();
        }
    }

    @Test
    void every_tree_is_proven_to_go_on_from_every_earlier_one() {
        for (int to = 0; to <= LARGEST; to++) {
            List<TreeHash> leaves = leaves(to);
            TreeHash later = PlainTree.root(leaves);
            for (int from = 0; from <= to; from++) {
                TreeHash earlier = PlainTree.root(leaves.subList(0, from));
                ConsistencyProof proof = new ConsistencyProof(from, to, PlainTree.consistency(from, leaves));
                assertThat(proof.holds(earlier, later)).isTrue();
                assertThat(proof.holds(TreeHash.leaf(new byte[9]), later)).isFalse();
                assertThat(proof.holds(earlier, TreeHash.leaf(new byte[9])))
                        .as("whatever comes goes on from nothing")
                        .isEqualTo(from == 0 && to > 0);
                assertThat(new ConsistencyProof(from, to, longer(proof.path())).holds(earlier, later))
                        .isFalse();
            }
        }
    }

    @Test
    void a_tree_that_was_rewritten_is_not_consistent() {
        List<TreeHash> leaves = new ArrayList<>(leaves(40));
        TreeHash earlier = PlainTree.root(leaves.subList(0, 23));
        leaves.set(7, TreeHash.leaf(new byte[] {99}));

        ConsistencyProof proof = new ConsistencyProof(23, 40, PlainTree.consistency(23, leaves));

        assertThat(proof.holds(earlier, PlainTree.root(leaves))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_place_outside_of_the_tree_is_never_proven(long index) {
        assertThat(new InclusionProof(index, 3, PlainTree.path(0, leaves(3)))
                        .holds(leaves(3).getFirst(), TreeHash.EMPTY))
                .isFalse();
        assertThat(new ConsistencyProof(index, 2, List.of(TreeHash.EMPTY)).holds(TreeHash.EMPTY, TreeHash.EMPTY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV="})
    void what_is_no_hash_is_not_read(String text) {
        assertThatThrownBy(() -> TreeHash.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<TreeHash> longer(List<TreeHash> path) {
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(TreeHash.EMPTY);
        return longer;
    }

    private static List<TreeHash> leaves(int count) {
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.leaf(new byte[] {(byte) i}));
        }
        return leaves;
    }
}
